package io.kehu.deploy.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that asks the same thing over and over: as little
 * work beside the system under measure as can be.
 */
final class KeepAliveConnection implements AutoCloseable {

	private static final int BUFFER = 1 << 14;

	private static final int TIMEOUT = 10_000;

	private final Socket socket;

	private final InputStream input;

	private final OutputStream output;

	private final byte[] request;

	private KeepAliveConnection(URI base, byte[] request) throws IOException {
		this.socket = new Socket(base.getHost(), base.getPort());
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(TIMEOUT);
		this.input = new BufferedInputStream(this.socket.getInputStream(), BUFFER);
		this.output = this.socket.getOutputStream();
		this.request = request;
	}

	/** Asks for something with an access token. */
	static KeepAliveConnection get(URI base, String path, String token) throws IOException {
		return new KeepAliveConnection(base,
				"GET %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n"
					.formatted(path, base.getHost(), base.getPort(), token)
					.getBytes(StandardCharsets.US_ASCII));
	}

	/** Sends a form. */
	static KeepAliveConnection post(URI base, String path, String authorization, String form) throws IOException {
		return new KeepAliveConnection(base, """
				POST %s HTTP/1.1\r
				Host: %s:%d\r
				Authorization: %s\r
				Content-Type: application/x-www-form-urlencoded\r
				Content-Length: %d\r
				\r
				%s""".formatted(path, base.getHost(), base.getPort(), authorization, form.length(), form)
			.getBytes(StandardCharsets.US_ASCII));
	}

	/** Asks once and returns the status, with the body read and thrown away. */
	int exchange() throws IOException {
		this.output.write(this.request);
		this.output.flush();
		int status = Integer.parseInt(line().substring(9, 12));
		long length = 0;
		boolean chunked = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Long.parseLong(lower.substring(15).strip());
			}
			chunked |= lower.startsWith("transfer-encoding:");
		}
		if (chunked) {
			for (int size = chunkSize(); size > 0; size = chunkSize()) {
				this.input.skipNBytes(size + 2L);
			}
			line();
		}
		else {
			this.input.skipNBytes(length);
		}
		return status;
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line().strip(), 16);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("The connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
