package io.kehu.platform.test.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * against samples, which never change once released. An aggregate has one schema and one
 * sample for all of its events, {@code events/product.v1.schema.json} and
 * {@code events/product.v1.sample.json}. An event whose data looks different has another
 * sample, {@code events/product.v1.deleted.sample.json}.
 */
public final class EventContract {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern TYPE = Pattern.compile("^io\\.kehu\\.([a-z-]+)\\.([a-z-]+)\\.(v\\d+)$");

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
			.getSchema(resource("/events/" + aggregate(type) + ".schema.json"), InputFormat.JSON);
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
		String sample = resource("/events/" + aggregate(type) + ".sample.json");
		check(type, sample);
		String own = "/events/" + named(type) + ".sample.json";
		if (EventContract.class.getResource(own) == null) {
			return sample;
		}
		check(type, resource(own));
		return resource(own);
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
					&& "./%s.schema.json".formatted(aggregate(type)).equals(message.at("/payload/$ref").asString()));
		if (!described) {
			throw new AssertionError("asyncapi.yaml has no %s on %s".formatted(type, topic));
		}
	}

	/**
	 * Returns the topics that {@code events/asyncapi.yaml} describes.
	 */
	public static Set<String> describedTopics() {
		JsonNode description = JSON.valueToTree(new Yaml().load(resource("/events/asyncapi.yaml")));
		return description.get("channels")
			.valueStream()
			.map((channel) -> channel.get("address").asString())
			.collect(Collectors.toSet());
	}

	/**
	 * The sample that another service of this repository keeps of its events, for a
	 * consumer of theirs to be tested with.
	 * @param service the other service
	 * @param type the CloudEvents type
	 * @return the data, never null
	 */
	public static ObjectNode sampleOf(String service, String type) {
		Path events = Path.of("..", service, "src/main/resources/events");
		Path own = events.resolve(named(type) + ".sample.json");
		Path sample = Files.exists(own) ? own : events.resolve(aggregate(type) + ".sample.json");
		return (ObjectNode) JSON.readTree(sample.toFile());
	}

	private static String aggregate(String type) {
		return TYPE.matcher(type).replaceFirst("$1.$3");
	}

	private static String named(String type) {
		return TYPE.matcher(type).replaceFirst("$1.$3.$2");
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
