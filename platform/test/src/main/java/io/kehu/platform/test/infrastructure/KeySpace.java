package io.kehu.platform.test.infrastructure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Empties Redis between test classes.
 */
final class KeySpace {

	private static final int TIMEOUT_MILLIS = 10_000;

	private KeySpace() {
	}

	static void empty(String host, int port) {
		try (Socket socket = new Socket(host, port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
			if (!answer.equals("+OK\r\n")) {
				throw new IllegalStateException("Redis does not empty itself: " + answer);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Redis at " + host + ":" + port + " cannot be emptied.", ex);
		}
	}

}
