import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens GraphML files as Gephi does, without its windows, and says what is not as it should be. Arguments: FILE NODES EDGES, repeated. */
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

    public static void main(String[] args) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        for (int i = 0; i + 2 < args.length; i += 3) {
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            File file = new File(args[i]);
            Container container = importer.importFile(file);
            check(container.verify(), file + ": the container does not verify");
            issues(file.getName(), listOf(container.getReport().getIssues(5000)));
            container.closeLoader();
            importer.process(container, new DefaultProcessor(), workspace);
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
            check(model.getGraph().getNodeCount() == Integer.parseInt(args[i + 1]),
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
            for (Node node : model.getGraph().getNodes()) {
                check(node.getLabel() != null && !node.getLabel().isEmpty(), file + ": a node without a label");
            }
            Column kind = column(model.getNodeTable(), "kind");
            check(kind.getTypeClass() == String.class, file + ": no column kind of strings");
            Column mentions = column(model.getNodeTable(), "mentions");
            check(Number.class.isAssignableFrom(mentions.getTypeClass()), file + ": no column mentions of numbers");
            projects.closeCurrentProject();
        }
        System.out.println(args.length / 3 + " files, " + faults + " faults");
        System.exit(faults == 0 ? 0 : 1);
    }
}
