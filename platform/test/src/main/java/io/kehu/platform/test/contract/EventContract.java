package io.kehu.platform.test.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the data of events against the schemas that a service publishes, and the schemas
 * against samples, which never change once released. An aggregate usually has one schema
 * and one sample for all of its events, {@code events/product.v1.schema.json} and
 * {@code events/product.v1.sample.json}; a type that differs has its own,
 * {@code events/<type>.schema.json}.
 */
public final class EventContract {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private EventContract() {
	}

	/**
	 * Checks data.
	 * @param type the CloudEvents type
	 * @param json the data
	 * @throws AssertionError when there is no schema, or the data does not fit it
	 */
	public static void check(String type, String json) {
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(resource("/events/" + document(type) + ".schema.json"), InputFormat.JSON);
		Consumer<ExecutionContext> strictly = (context) -> context
			.executionConfig((config) -> config.formatAssertionsEnabled(true));
		List<Error> errors = schema.validate(json, InputFormat.JSON, strictly);
		if (!errors.isEmpty()) {
			throw new AssertionError("Not a %s: %s".formatted(type, errors));
		}
	}

	/**
	 * Checks that the schema still takes the sample of old, and returns the sample.
	 * @param type the CloudEvents type
	 * @throws AssertionError when it does not
	 */
	public static String checkSample(String type) {
		String sample = resource("/events/" + document(type) + ".sample.json");
		check(type, sample);
		return sample;
	}

	/**
	 * Checks that the service's {@code events/asyncapi.yaml} tells of events of this type
	 * on this topic, with their schema.
	 * @param topic the topic
	 * @param type the CloudEvents type
	 * @throws AssertionError when it does not
	 */
	public static void checkDescription(String topic, String type) {
		JsonNode description = JSON.valueToTree(new Yaml().load(resource("/events/asyncapi.yaml")));
		boolean described = description.get("channels")
			.valueStream()
			.filter((channel) -> topic.equals(channel.path("address").asString()))
			.flatMap((channel) -> channel.get("messages").valueStream())
			.map((message) -> description.at(message.get("$ref").asString().substring(1)))
			.anyMatch((message) -> type.equals(message.path("name").asString())
					&& "./%s.schema.json".formatted(document(type)).equals(message.at("/payload/$ref").asString()));
		if (!described) {
			throw new AssertionError("asyncapi.yaml has no %s on %s".formatted(type, topic));
		}
	}

	/**
	 * The sample that another service of this repository keeps of its events, for a
	 * consumer of theirs to be tested with.
	 * @param service the other service
	 * @param type the CloudEvents type
	 * @return the data, never null
	 */
	public static ObjectNode sampleOf(String service, String type) {
		Path sample = Path.of("..", service, "src/main/resources/events", type + ".sample.json");
		return (ObjectNode) JSON.readTree(sample.toFile());
	}

	/**
	 * Returns the name of the documents for a type: its own, or those of the aggregate.
	 */
	private static String document(String type) {
		boolean own = EventContract.class.getResource("/events/" + type + ".schema.json") != null;
		return own ? type : type.replaceFirst("^io\\.kehu\\.([a-z-]+)\\..*\\.(v\\d+)$", "$1.$2");
	}

	private static String resource(String path) {
		try (InputStream stream = EventContract.class.getResourceAsStream(path)) {
			if (stream == null) {
				throw new AssertionError("There is no " + path);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
