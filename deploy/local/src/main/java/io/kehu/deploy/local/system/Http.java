package io.kehu.deploy.local.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries the processes over HTTP.
 */
final class Http {

	static final int OK = 200;

	private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(LIMIT)
		.build();

	/**
	 * Whether a process reports that it is ready. The gateway does so on its public port,
	 * which exposes no other operational endpoints.
	 */
	boolean isReady(String name, int port) {
		String path = Topology.GATEWAY.equals(name) ? "/readyz" : "/actuator/health/readiness";
		return status(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))) == OK;
	}

	/** Returns the status of the response, 0 if there is none. */
	int status(String url, String token) {
		return status(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
	}

	private int status(HttpRequest.Builder request) {
		return send(request).map(HttpResponse::statusCode).orElse(0);
	}

	/** Obtains a token for a confidential client through the gateway. */
	Optional<String> token(String gateway, String client, String secret) {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/oauth2/token"))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
		return send(request).filter((response) -> response.statusCode() == OK)
			.map((response) -> TOKEN.matcher(response.body()))
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1));
	}

	/** Returns the body of a successful response, or empty if there is none. */
	Optional<String> text(String method, String url, String authorization) {
		return send(HttpRequest.newBuilder(URI.create(url))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.header("Authorization", authorization)).filter((response) -> response.statusCode() == OK)
			.map(HttpResponse::body);
	}

	private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
		try {
			return Optional.of(this.client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

}
