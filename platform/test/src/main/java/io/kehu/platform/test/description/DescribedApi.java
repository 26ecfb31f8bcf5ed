package io.kehu.platform.test.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI file of a service, with its schemas compiled when they are first used.
 */
final class DescribedApi {

	private static final String FILE = "/openapi/openapi.json";

	private static final String ADDRESS = "https://kehu.test/openapi.json";

	private final JsonNode document;

	private final List<Path> paths = new ArrayList<>();

	private final SchemaRegistry registry;

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	DescribedApi(String text) {
		this.document = JsonMapper.shared().readTree(text);
		this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(registry) -> registry.schemas(Map.of(ADDRESS, text)));
		this.document.get("paths")
			.propertyStream()
			.map((path) -> new Path(path.getKey(), pattern(path.getKey()), path.getValue()))
			.sorted(Comparator.comparing((path) -> path.template().replace('{', '~')))
			.forEach(this.paths::add);
	}

	/** Returns the API of the service under test. */
	static DescribedApi load() {
		try (InputStream stream = DescribedApi.class.getResourceAsStream(FILE)) {
			if (stream == null) {
				throw new IllegalStateException("There is no " + FILE);
			}
			return new DescribedApi(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
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

	/** Returns how a JSON text differs from a schema of the file. */
	List<Error> errors(JsonNode schema, String json) {
		String absolute = schema.toString().replace("\"#/", "\"" + ADDRESS + "#/");
		return this.schemas.computeIfAbsent(absolute, (text) -> this.registry.getSchema(text, InputFormat.JSON))
			.validate(json, InputFormat.JSON, DescribedApi::strictly);
	}

	private static void strictly(ExecutionContext context) {
		context.executionConfig((config) -> config.formatAssertionsEnabled(true));
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
