package io.kehu.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.kehu.platform.link.LinkIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Asks an instance for the paths that it serves, where no registry knows them.
 */
final class PathInquiry {

	private static final Logger logger = LoggerFactory.getLogger(PathInquiry.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final JsonMapper json;

	private final @Nullable LinkIdentity identity;

	/**
	 * Creates an instance.
	 * @param identity proves that the gateway is asking, or null if no proof is needed
	 */
	PathInquiry(JsonMapper json, @Nullable LinkIdentity identity) {
		this.json = json;
		this.identity = identity;
	}

	/** Returns what the instance answers, in the form of its metadata in a registry. */
	Optional<Map<String, String>> ask(ServiceInstance instance) {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(instance.getUri().resolve("/internal/paths"))
				.timeout(TIMEOUT);
			if (this.identity != null) {
				request.header("Authorization", this.identity.authorization(instance.getServiceId()));
			}
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() == 200) {
				return Optional.of(metadata(this.json.readTree(response.body())));
			}
			logger.warn("{} does not say which paths it serves: status {}", instance.getUri(), response.statusCode());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | JacksonException ex) {
			logger.debug("{} cannot be asked for its paths", instance.getUri(), ex);
		}
		return Optional.empty();
	}

	private static Map<String, String> metadata(JsonNode answer) {
		Map<String, String> metadata = new HashMap<>();
		answer.forEachEntry((name, values) -> metadata.put(name,
				values.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))));
		return metadata;
	}

}
