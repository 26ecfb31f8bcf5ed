package io.kehu.platform.test.token;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Publishes the key of {@link TestToken} over HTTP, as auth-service does, so that the
 * whole verification of tokens is under test.
 */
public final class SigningKeyServer {

	/** The issuer that {@link TestToken} names. */
	public static final String ISSUER = "http://localhost:8080";

	private static final String PATH = "/oauth2/jwks";

	private static final String REVOCATIONS = "/internal/revocations";

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

	private static void write(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		try (OutputStream output = exchange.getResponseBody()) {
			output.write(body);
		}
	}

}
