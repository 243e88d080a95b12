#include "export/xml_reader.hpp"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"

using namespace claimgraph;
using testing::HasSubstr;

namespace {

/// Writes the events down, pieces of text put together.
class Recorder final : public XmlHandler {
  public:
    void start(std::string_view name, std::span<const XmlAttribute> attributes) override {
        out_.append("<").append(name);
        for (const XmlAttribute& attribute : attributes)
            out_.append(" ").append(attribute.name).append("=[").append(attribute.value).append("]");
        out_.append(">");
    }
    void end(std::string_view name) override { out_.append("</").append(name).append(">"); }
    void text(std::string_view piece) override { out_.append(piece); }
    void finish() override { out_.append("!"); }
    [[nodiscard]] const std::string& out() const { return out_; }

  private:
    std::string out_;
};

std::string events(const std::string& xml) {
    std::istringstream in(xml);
    Recorder recorder;
    read_xml(in, "input", recorder);
    return recorder.out();
}

std::string events_by_libxml2(const std::string& xml) {
    std::istringstream in(xml);
    Recorder recorder;
    read_xml_by_libxml2({}, in, "input", recorder);
    return recorder.out();
}

/// Empty where the text is taken.
std::string fault(const std::string& xml) {
    try {
        (void)events(xml);
    } catch (const FormatError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST(XmlReader, TellsElementsTextsAndAttributes) {
    EXPECT_EQ(events("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c --><a x='1' n:y = "
                     "\"2\"\n>t<n:b/>u</a >\n<?p q?>"),
              "<a x=[1] n:y=[2]>t<b></b>u</a>!");
    EXPECT_EQ(events("\xEF\xBB\xBF<a><![CDATA[<&]] >]]></a>"), "<a><&]] ></a>!");
}

TEST(XmlReader, ResolvesReferencesAndEndsOfLines) {
    EXPECT_EQ(events("<a x='&lt;&#65;&#x20AC;&quot;\n\t'>&amp;&gt;&apos;\r\nb\rc&#13;</a>"),
              "<a x=[<A\xE2\x82\xAC\"  ]>&>'\nb\nc\r</a>!");
}

TEST(XmlReader, NamesLineAndWhatItFound) {
    EXPECT_EQ(fault("<a>\n<b>\n</a>"), "input:3: expected </b>, found </a>");
    EXPECT_EQ(fault("<a>\n"), "input:2: expected </a>, found the end of the file");
    EXPECT_EQ(fault(""), "input:1: expected an element, found the end of the file");
    EXPECT_EQ(fault("words"), "input:1: expected an XML document, found 'words'");
    EXPECT_EQ(fault("<a/><b/>"), "input:1: expected the end of the file, found '<b/>'");
    EXPECT_EQ(fault("<a>\n\x01</a>"), "input:2: expected a character of XML, found U+1");
    EXPECT_EQ(fault("<a>\xC3(</a>"), "input:1: expected UTF-8, found the byte 0xc3");
    EXPECT_EQ(fault("<a>&nbsp;</a>"),
              "input:1: expected a character reference or one of &amp; &lt; &gt; &quot; &apos;, found "
              "'&nbsp;</a>'");
    EXPECT_EQ(fault("<a x=1/>"), "input:1: expected a value in quotes, found '1/>'");
    EXPECT_EQ(fault("<a x='1' x='2'/>"), "input:1: expected each attribute once, found x twice");
    EXPECT_EQ(fault("<!DOCTYPE a []><a/>"), "input:1: expected GraphML, found a document type declaration");
    EXPECT_EQ(fault("<a><!-- "),
              "input:1: expected the end of what begins with '<!-- ', found that of the file");
}

TEST(XmlReader, RefusesWhatIsNotWellFormed) {
    for (const char* xml : {"<a>]]></a>",
                            "<a x='<'/>",
                            "<a><b></a></b>",
                            "<a/>t",
                            "t<a/>",
                            "<a b='1'c='2'/>",
                            "<a &#65;/>",
                            "<a>&#0;</a>",
                            "<a>&#xD800;</a>",
                            "<a>&#xFFFE;</a>",
                            "<a>&#1114112;</a>",
                            "<a>&;</a>",
                            "<a>&amp</a>",
                            "<a><!-- -- --></a>",
                            "< a/>",
                            "<1a/>",
                            "<a><?xml version='1.0'?></a>",
                            "<a></a",
                            "<a x/>",
                            "<a x='1/>",
                            "<a/ >",
                            "</a>",
                            "<a><![CDATA[</a>",
                            "<![CDATA[]]><a/>",
                            "<a>\xEF\xBF\xBF</a>",
                            "<a>\xED\xA0\x80</a>",
                            "<a><!b></a>",
                            "<a\x01/>",
                            "<?xml version='1.0'?>"}) {
        EXPECT_NE(fault(xml), "") << xml;
    }
    EXPECT_NE(fault(std::string("<a>\0</a>", 8)), "");
}

TEST(XmlReader, TakesTextsAndTagsLargerThanItsWindow) {
    const std::string large(1'000'003, 'x');
    const std::string xml = "<a y='" + large + "'>" + large + "&amp;" + large + "<!--" + large + "--></a>";
    EXPECT_EQ(events(xml), "<a y=[" + large + "]>" + large + "&" + large + "</a>!");
    std::string many = "<a>";
    for (int i = 0; i < 60'000; ++i) many += "<b c='\xC3\xA9'>\xE2\x82\xAC</b>\r\n";
    EXPECT_EQ(events(many + "</a>"), events_by_libxml2(many + "</a>"));
}

TEST(XmlReader, NestsDeeply) {
    std::string open;
    std::string close;
    for (int i = 0; i < 100'000; ++i) {
        open += "<a>";
        close += "</a>";
    }
    EXPECT_EQ(events(open + close), open + close + "!");
}

TEST(XmlReader, LeavesOtherEncodingsToLibxml2) {
    EXPECT_EQ(events("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>"), "<a>\xC3\xA9</a>!");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string_view("<a>b</a>")) wide.append(1, c).append(1, '\0');
    EXPECT_EQ(events(wide), "<a>b</a>!");
    EXPECT_THAT(fault("<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>"),
                HasSubstr("input:2: expected well-formed XML"));
}

TEST(XmlReader, AgreesWithLibxml2) {
    const std::vector<std::string> seeds{
        "<a x='1' y=\"2&amp;3\"><b>t &lt; &#x41; ]] &gt;</b>\r\n<!-- c --><c/><?p q?></a>",
        "<graphml><key id='k' attr.name='l'/><graph><node id='\xC3\xA9'><data "
        "key='k'>\xE2\x82\xAC<![CDATA[<x>]]></data></node></graph></graphml>"};
    const std::vector<std::string> pieces{
        "<",  ">", "/>", "&",  ";",  "&#", "'", "\"",   "]]>",  "<!--", "-->",  "<![CDATA[", "<?",
        "?>", " ", "\n", "\r", "\t", "=",  "x", "\xC3", "\xA9", "\x01", "</b>", "<b>",       "&lt;"};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string xml = seeds[random() % seeds.size()];
        for (std::size_t times = 1 + random() % 3; times > 0; --times) {
            const std::size_t at = random() % (xml.size() + 1);
            const std::size_t size = std::min<std::size_t>(xml.size() - at, random() % 5);
            xml.replace(at, size, pieces[random() % pieces.size()]);
        }
        std::string mine = "refused";
        std::string other = "refused";
        try {
            mine = events(xml);
        } catch (const FormatError&) {
        }
        try {
            other = events_by_libxml2(xml);
        } catch (const FormatError&) {
        }
        // libxml2 leaves carriage returns in CDATA sections.
        for (std::string* out : {&mine, &other})
            std::erase_if(*out, [](char c) { return c == '\r' || c == '\n'; });
        EXPECT_EQ(mine, other) << xml;
    }
}
