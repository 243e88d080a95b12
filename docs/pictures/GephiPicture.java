import java.awt.Font;
import java.io.File;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Draws a GraphML file with Gephi's preview, at the places and in the colours of the file: GephiPicture IN.graphml OUT.svg */
public class GephiPicture {
    public static void main(String[] args) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(args[0]));
        container.getLoader().setAutoScale(false);
        container.closeLoader();
        importer.process(container, new DefaultProcessor(), workspace);
        PreviewProperties properties = Lookup.getDefault().lookup(PreviewController.class).getModel(workspace).getProperties();
        properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        properties.putValue(PreviewProperty.SHOW_EDGE_LABELS, true);
        properties.putValue(PreviewProperty.EDGE_CURVED, true);
        properties.putValue(PreviewProperty.EDGE_THICKNESS, 1f);
        properties.putValue(PreviewProperty.EDGE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 6));
        properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 11));
        properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        Lookup.getDefault().lookup(PreviewController.class).refreshPreview(workspace);
        SVGExporter exporter = new SVGExporter();
        exporter.setWorkspace(workspace);
        Lookup.getDefault().lookup(ExportController.class).exportFile(new File(args[1]), exporter);
        System.exit(0);
    }
}
