package io.kehu.platform.test.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI file of a service.
 */
final class DescribedApi {

	private static final String FILE = "/openapi/openapi.json";

	private final JsonNode document;

	private final List<Path> paths = new ArrayList<>();

	private final Schemas answers;

	private final Schemas requests;

	DescribedApi(String text) {
		this.document = JsonMapper.shared().readTree(text);
		this.answers = Schemas.ofAnswers(this.document);
		this.requests = Schemas.ofRequests(this.document);
		this.document.get("paths")
			.propertyStream()
			.map((path) -> new Path(path.getKey(), pattern(path.getKey()), path.getValue()))
			.sorted(Comparator.comparing((path) -> path.template().replace('{', '~')))
			.forEach(this.paths::add);
	}

	/** Returns the API of the service under test, or null if it has no description. */
	static @Nullable DescribedApi load() {
		try (InputStream stream = DescribedApi.class.getResourceAsStream(FILE)) {
			return (stream == null) ? null
					: new DescribedApi(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Pattern pattern(String template) {
		return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
	}

	/** Returns the description of a path, preferring fixed segments to variables. */
	Optional<Path> find(String path) {
		return this.paths.stream().filter((described) -> described.pattern().matcher(path).matches()).findFirst();
	}

	/** Returns what a reference refers to, or the node itself if it is none. */
	JsonNode resolve(JsonNode node) {
		JsonNode reference = node.path("$ref");
		return reference.isString() ? this.document.at(reference.asString().substring(1)) : node;
	}

	/** Returns the schemas that answers are compared with. */
	Schemas answers() {
		return this.answers;
	}

	/** Returns the schemas that accepted requests are compared with. */
	Schemas requests() {
		return this.requests;
	}

	/**
	 * A path of the API.
	 *
	 * @param template the path with the names of its variables
	 * @param pattern matches the paths
	 * @param methods the operations by method, in lower case
	 */
	record Path(String template, Pattern pattern, JsonNode methods) {
	}

}
