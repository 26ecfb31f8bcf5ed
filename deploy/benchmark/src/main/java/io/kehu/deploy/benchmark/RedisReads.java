package io.kehu.deploy.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection to Redis that reads keys and stores those that are missing.
 */
final class RedisReads implements AutoCloseable {

	private static final String VALUE = "v".repeat(200);

	private final Socket socket;

	private final InputStream input;

	private final OutputStream output;

	RedisReads(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.input = new BufferedInputStream(this.socket.getInputStream());
		this.output = new BufferedOutputStream(this.socket.getOutputStream());
	}

	/** Returns whether a key was there; it is now. */
	boolean read(int key) throws IOException {
		int length = Integer.parseInt(send("GET k" + key).substring(1));
		if (length >= 0) {
			this.input.skipNBytes(length + 2L);
			return true;
		}
		send("SET k" + key + " " + VALUE);
		return false;
	}

	int size() throws IOException {
		return Integer.parseInt(send("DBSIZE").substring(1));
	}

	private String send(String command) throws IOException {
		this.output.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
		this.output.flush();
		StringBuilder line = new StringBuilder();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new IOException("Redis closed the connection");
			}
			line.append((char) next);
		}
		String answer = line.toString().strip();
		if (answer.startsWith("-")) {
			throw new IOException("Redis: " + answer);
		}
		return answer;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
