package io.kehu.deploy.helm;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The chart, rendered as Helm does it, without a cluster.
 */
final class Chart {

	private static final Path FOLDER = Path.of(System.getProperty("kehu.root"), "deploy", "helm", "kehu");

	private Chart() {
	}

	static Helm helm() {
		return new Helm(FOLDER);
	}

	/**
	 * Renders the chart, with its hooks as ordinary manifests, since Helm leaves hooks
	 * out of what it renders.
	 * @param values names of files with values, each overriding those before it
	 */
	static String render(String... values) {
		TemplateCommand command = template().set("migrations.hook", "none");
		for (String file : values) {
			command.withValuesFile(file(file));
		}
		return command.call();
	}

	/** Returns the command that renders the chart, without values. */
	static TemplateCommand template() {
		return helm().template().withName("crm").withNamespace("sales").withKubeVersion("1.34.0");
	}

	static Path file(String name) {
		try {
			return Path.of(Chart.class.getResource("/" + name).toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the manifests, each as nested maps and lists. */
	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> manifests(String rendered) {
		Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered);
		return StreamSupport.stream(documents.spliterator(), false)
			.filter((document) -> document instanceof Map)
			.map((document) -> (Map<String, Object>) document)
			.toList();
	}

}
