package io.kehu.platform.test.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Checks the data of events against the schemas that a service publishes under
 * {@code events/<type>.schema.json}, and the schemas against the samples kept under
 * {@code events/<type>.sample.json}, which never change once released.
 */
public final class EventContract {

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
			.getSchema(resource("/events/" + type + ".schema.json"), InputFormat.JSON);
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
		String sample = resource("/events/" + type + ".sample.json");
		check(type, sample);
		return sample;
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
