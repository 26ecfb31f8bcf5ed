package io.kehu.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends raw bytes that no HTTP client would send, and reads until the server disconnects.
 */
final class RawClient {

	private static final int PATIENCE_MILLIS = 60_000;

	private final int port;

	RawClient(int port) {
		this.port = port;
	}

	String send(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
