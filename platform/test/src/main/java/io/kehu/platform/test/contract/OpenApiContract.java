package io.kehu.platform.test.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a service to its committed OpenAPI file; run with
 * {@code -Dkehu.openapi.write=true} it writes the file instead.
 */
public final class OpenApiContract {

	private static final Path FILE = Path.of("src/main/resources/openapi/openapi.json");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private OpenApiContract() {
	}

	/**
	 * Compares the file with what the service says of itself, which it says to other
	 * services and to callers with a token.
	 * @param service the name of the service
	 * @param http a client without a token
	 * @throws AssertionError when they differ
	 */
	public static void check(String service, HttpProbe http) {
		http.get("/v3/api-docs").expect(401);
		HttpProbe other = http.with("Authorization", TestLink.header(service));
		Object actual = JSON.readValue(other.get("/v3/api-docs").expect(200).body(), Object.class);
		String text = JSON.writeValueAsString(actual).replace("\r\n", "\n") + "\n";
		try {
			if (Boolean.getBoolean("kehu.openapi.write")) {
				Files.createDirectories(FILE.getParent());
				Files.writeString(FILE, text);
			}
			JsonNode committed = JSON.readTree(Files.readString(FILE));
			if (!committed.equals(JSON.readTree(text))) {
				throw new AssertionError(FILE + " is not what the service does any more; when the change is meant,"
						+ " run this test with -Dkehu.openapi.write=true and look at the difference");
			}
		}
		catch (IOException ex) {
			throw new AssertionError("There is no " + FILE.toAbsolutePath(), ex);
		}
	}

}
