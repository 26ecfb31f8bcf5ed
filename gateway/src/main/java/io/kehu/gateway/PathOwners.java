package io.kehu.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.kehu.platform.link.LinkIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks auth-service which service a path belongs to. The answer is the same for all
 * gateways, and after each start.
 */
final class PathOwners {

	private static final Logger logger = LoggerFactory.getLogger(PathOwners.class);

	private static final String KEEPER = "auth-service";

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final URI address;

	private final JsonMapper json;

	private final @Nullable LinkIdentity identity;

	private boolean answered = true;

	/**
	 * Creates an instance.
	 * @param address the address to ask
	 * @param identity proves that the gateway is asking, or null if no proof is needed
	 */
	PathOwners(URI address, JsonMapper json, @Nullable LinkIdentity identity) {
		this.address = address;
		this.json = json;
		this.identity = identity;
	}

	/**
	 * Claims paths for the service that announces them.
	 * @return the owners of these paths as far as they are known; empty if there is no
	 * answer
	 */
	Map<String, String> claim(String service, Set<String> resources) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address)
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.json.writeValueAsBytes(new Claim(service, resources))));
		if (this.identity != null) {
			request.header("Authorization", this.identity.authorization(KEEPER));
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IOException("Status " + response.statusCode());
			}
			Map<String, String> owners = new HashMap<>();
			this.json.readTree(response.body())
				.path("owners")
				.forEachEntry((resource, owner) -> owners.put(resource, owner.asString()));
			this.answered = true;
			return owners;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | JacksonException ex) {
			unanswered(ex);
		}
		return Map.of();
	}

	/** New paths are not served meanwhile; one line in the log says why. */
	private void unanswered(Exception failure) {
		if (this.answered) {
			logger.warn("{} does not say which service paths belong to: {}; known paths are still served", KEEPER,
					failure.toString());
		}
		this.answered = false;
	}

	/**
	 * The paths that a service announces.
	 */
	private record Claim(String service, Set<String> resources) {
	}

}
