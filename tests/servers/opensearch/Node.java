import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.opensearch.Version;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.plugins.PluginInfo;

/**
 * One node of OpenSearch on loopback, with its data in a folder: Node FOLDER NAME=VALUE...
 *
 * It says "started" when it takes requests, and ends in order when it is asked to (SIGTERM). With a setting of
 * OpenSearch's own security it has that too. OpenSearch 2 calls the parts of a node XPlugin and takes their classes,
 * OpenSearch 3 calls them XModulePlugin and takes descriptions.
 */
public final class Node extends org.opensearch.node.Node {
    private static final List<String> PARTS =
        List.of("org.opensearch.transport.Netty4", "org.opensearch.analysis.common.CommonAnalysis");
    private static final String SECURITY = "org.opensearch.security.OpenSearchSecurityPlugin";

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Node(Environment environment, boolean secured) throws ClassNotFoundException {
        super(environment, (Collection) parts(secured), true);
    }

    private static List<Object> parts(boolean secured) throws ClassNotFoundException {
        List<String> names = new ArrayList<>();
        for (String part : PARTS) {
            names.add(part + (Version.CURRENT.major < 3 ? "Plugin" : "ModulePlugin"));
        }
        if (secured) {
            names.add(SECURITY);
        }
        List<Object> found = new ArrayList<>();
        for (String name : names) {
            found.add(Version.CURRENT.major < 3 ? Class.forName(name) : described(name));
        }
        return found;
    }

    private static PluginInfo described(String name) {
        String java = System.getProperty("java.specification.version");
        return new PluginInfo(name, "a part of a node", "NA", Version.CURRENT, java, name, null, List.of(), false);
    }

    public static void main(String[] given) throws Exception {
        Path folder = Path.of(given[0]).toAbsolutePath();
        String name = folder.getFileName().toString();
        Files.createDirectories(folder.resolve("config"));
        Settings.Builder settings = Settings.builder()
            .put("path.home", folder)
            .put("node.name", name)
            .put("cluster.name", "article-bot-tests")
            .put("network.host", "127.0.0.1")
            // A test's machine may have little room left on its disk, and little address space.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.store.allow_mmap", false);
        for (int n = 1; n < given.length; n++) {
            String[] setting = given[n].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        LogConfigurator.setNodeName(name);
        boolean secured = Arrays.stream(given).anyMatch(one -> one.startsWith("plugins.security."));
        Node node = new Node(new Environment(settings.build(), folder.resolve("config")), secured);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (IOException error) {
                System.err.println("the node did not end in order");
            } finally {
                ended.countDown();
            }
        }));
        node.start();
        System.out.println("started");
        ended.await();
    }
}
