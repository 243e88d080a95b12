import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens GraphML, GEXF and tables as Gephi does, without its windows, and says what is not as it should be.
 * Arguments: a folder to write the GraphML into as Gephi does, then FILE NODES EDGES FIRST_DAY, repeated; FIRST_DAY is the earliest day of a GEXF file's timeline, or "-".
 */
public class GephiCheck {
    static int faults = 0;

    static void check(boolean condition, String message) {
        if (!condition) {
            System.out.println(message);
            faults++;
        }
    }

    static void issues(String file, List<Issue> list) {
        for (Issue issue : list) {
            check(issue.getLevel().toInteger() <= Issue.Level.INFO.toInteger(), file + ": " + issue.getLevel() + ": " + issue.getMessage());
        }
    }

    static <T> List<T> listOf(java.util.Iterator<T> iterator) {
        List<T> list = new ArrayList<>();
        iterator.forEachRemaining(list::add);
        return list;
    }

    /** Gephi keeps the key's id as the column's id and attr.name as its title. */
    static Column column(org.gephi.graph.api.Table table, String title) {
        for (int i = 0; i < table.countColumns(); i++) {
            if (table.getColumn(i).getTitle().equals(title)) return table.getColumn(i);
        }
        throw new IllegalStateException("no column " + title);
    }

    /** The timeline begins with the earliest day, at midnight UTC whatever the machine's zone. */
    static void checkTimeline(String name, GraphModel model, String firstDay) {
        double low = model.getTimeBounds().getLow();
        double expected = LocalDate.parse(firstDay).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        check(low == expected, name + ": the timeline begins at " + Instant.ofEpochMilli((long) low) + ", expected " + firstDay);
        int timed = 0;
        for (Edge edge : model.getGraph().getEdges()) timed += edge.getTimeBounds() != null ? 1 : 0;
        // Where claims are nodes, it is they that have a time.
        int expectedTimed = name.contains(".claims.") ? 0 : model.getGraph().getEdgeCount();
        check(timed == expectedTimed, name + ": " + timed + " edges have a time, expected " + expectedTimed);
        check(elementsAt(model, low - 86400000.0) == 0, name + ": something is there before the first day");
        check(elementsAt(model, low) > 0, name + ": nothing is there on the first day");
    }

    /** Nodes and edges that have times, and are there at this one. */
    static int elementsAt(GraphModel model, double time) {
        List<Element> elements = new ArrayList<>();
        model.getGraph().getNodes().forEach(elements::add);
        model.getGraph().getEdges().forEach(elements::add);
        int count = 0;
        for (Element element : elements) {
            for (Interval interval : element.getIntervals()) {
                if (interval.getLow() <= time && time <= interval.getHigh()) {
                    count++;
                    break;
                }
            }
        }
        return count;
    }

    static void checkNodes(File file, GraphModel model) {
        for (Node node : model.getGraph().getNodes()) {
            check(node.getLabel() != null && !node.getLabel().isEmpty(), file + ": a node without a label");
        }
        Column kind = column(model.getNodeTable(), "kind");
        check(kind.getTypeClass() == String.class, file + ": no column kind of strings");
        Column mentions = column(model.getNodeTable(), "mentions");
        check(Number.class.isAssignableFrom(mentions.getTypeClass()), file + ": no column mentions of numbers");
    }

    static void checkHostile(String name, GraphModel model) {
        Set<String> labels = new TreeSet<>();
        for (Node node : model.getGraph().getNodes()) labels.add(node.getLabel());
        for (String label : new String[] {"INF", "null", "INFLATION and -INF, NaN", "L".repeat(100000)}) {
            check(labels.contains(label), name + ": no label " + label.substring(0, Math.min(40, label.length())));
        }
        int quotes = 0;
        for (Edge edge : model.getGraph().getEdges()) {
            String quote = String.valueOf(edge.getAttribute(column(model.getEdgeTable(), "quote")));
            check(!quote.contains("Infinity"), name + ": Gephi misread a quote: " + quote);
            quotes += quote.replace("\u2060", "").equals("null") && quote.length() > 4 ? 1 : 0;
        }
        check(quotes == 2, name + ": " + quotes + " of 2 quotes 'null'");
    }

    static void checkPlaces(String name, GraphModel model) {
        Set<String> places = new TreeSet<>();
        for (Node node : model.getGraph().getNodes()) places.add(node.x() + " " + node.y());
        check(places.size() == model.getGraph().getNodeCount(), name + ": nodes share places");
    }

    public static void main(String[] args) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        for (int i = 1; i + 3 < args.length; i += 4) {
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            File file = new File(args[i]);
            Container container = importer.importFile(file);
            check(container.verify(), file + ": the container does not verify");
            issues(file.getName(), listOf(container.getReport().getIssues(5000)));
            container.closeLoader();
            importer.process(container, new DefaultProcessor(), workspace);
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
            check(args[i + 1].equals("-") || model.getGraph().getNodeCount() == Integer.parseInt(args[i + 1]),
                file + ": " + model.getGraph().getNodeCount() + " nodes, expected " + args[i + 1]);
            check(model.getGraph().getEdgeCount() == Integer.parseInt(args[i + 2]),
                file + ": " + model.getGraph().getEdgeCount() + " edges, expected " + args[i + 2]);
            check(model.getGraph().isDirected(), file + ": not directed");
            Set<String> relations = new TreeSet<>();
            for (Edge edge : model.getGraph().getEdges()) {
                check(edge.getLabel() != null && !edge.getLabel().isEmpty(), file + ": an edge without a label");
                relations.add(String.valueOf(edge.getAttribute(column(model.getEdgeTable(), "relation"))));
            }
            Set<String> types = new TreeSet<>();
            for (Object type : model.getEdgeTypeLabels()) {
                if (type != null) types.add(type.toString());
            }
            check(types.equals(relations), file + ": edge types " + types + ", relations " + relations);
            String name = file.getName();
            if (name.endsWith(".gexf")) {
                check(model.isDynamic(), name + ": not dynamic");
                checkTimeline(name, model, args[i + 3]);
            }
            if (!name.endsWith(".csv")) checkNodes(file, model);
            if (name.startsWith("hostile") && !name.endsWith(".csv") && !name.contains("claims")) checkHostile(name, model);
            if (name.endsWith(".graphml")) {
                checkPlaces(name, model);
                Lookup.getDefault().lookup(ExportController.class).exportFile(new File(args[0], name), workspace);
            }
            projects.closeCurrentProject();
        }
        System.out.println(args.length / 4 + " files, " + faults + " faults");
        System.exit(faults == 0 ? 0 : 1);
    }
}
