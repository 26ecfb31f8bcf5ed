package io.kehu.platform.test.token;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the key of {@link TestToken} over HTTP, as auth-service does, so that the
 * whole verification of tokens is under test.
 */
public final class SigningKeyServer {

	/** The issuer that {@link TestToken} names. */
	public static final String ISSUER = "http://localhost:8080";

	private static final String PATH = "/oauth2/jwks";

	private static final String REVOCATIONS = "/internal/revocations";

	private static final String OWNERS = "/internal/paths/owners";

	private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

	private static final HttpServer SERVER = start();

	private SigningKeyServer() {
	}

	/**
	 * Where the keys are.
	 * @return the URL, never null
	 */
	public static URI address() {
		return URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + PATH);
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer
				.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), 0), 0);
			server.createContext(PATH, SigningKeyServer::answer);
			server.createContext(REVOCATIONS, (exchange) -> write(exchange, "{\"revoked\": []}"));
			server.createContext(OWNERS, SigningKeyServer::answerClaim);
			Thread thread = new Thread(server::start, "signing-keys");
			thread.setDaemon(true);
			thread.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		write(exchange, new JWKSet(TestToken.KEY.toPublicJWK()).toString());
	}

	/** Every path belongs to the first service that announces it. */
	private static void answerClaim(HttpExchange exchange) throws IOException {
		JsonNode claim = JsonMapper.shared().readTree(exchange.getRequestBody());
		Map<String, String> owners = new HashMap<>();
		claim.get("resources")
			.forEach((path) -> owners.put(path.asString(),
					PATHS.computeIfAbsent(path.asString(), (free) -> claim.get("service").asString())));
		write(exchange, JsonMapper.shared().writeValueAsString(Map.of("owners", owners)));
	}

	private static void write(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		try (OutputStream output = exchange.getResponseBody()) {
			output.write(body);
		}
	}

}
