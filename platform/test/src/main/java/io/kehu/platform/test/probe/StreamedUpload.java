package io.kehu.platform.test.probe;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends a body of any length piece by piece, and reads the answer as soon as it comes,
 * which Java's own client does only at the body's end.
 *
 * @param answer what the service answered
 * @param sent how many bytes of the body the service had let through until then
 */
public record StreamedUpload(HttpAnswer answer, long sent) {

	private static final int PIECE = 1 << 16;

	private static final int PATIENCE = (int) Duration.ofSeconds(60).toMillis();

	/**
	 * Posts a body with the given beginning, padded with the letter x.
	 * @param announced whether to declare the length or to send chunks
	 */
	static StreamedUpload post(URI uri, Map<String, String> headers, String beginning, long length, boolean announced) {
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			socket.setSoTimeout(PATIENCE);
			StringBuilder head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n"
				.formatted(uri.getRawPath(), uri.getHost(), uri.getPort()));
			headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
			head.append(announced ? "Content-Length: " + length : "Transfer-Encoding: chunked").append("\r\n\r\n");
			socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
			CompletableFuture<Long> sending = CompletableFuture
				.supplyAsync(() -> send(socket, beginning, length, announced))
				.orTimeout(PATIENCE, TimeUnit.MILLISECONDS);
			HttpAnswer answer = read(socket.getInputStream());
			return new StreamedUpload(answer, sending.join());
		}
		catch (IOException ex) {
			throw new AssertionError("POST " + uri + " got no answer", ex);
		}
	}

	/**
	 * Sends a request without a body, whose target is not checked.
	 */
	static HttpAnswer send(URI service, String method, String target, Map<String, String> headers) {
		try (Socket socket = new Socket(service.getHost(), service.getPort())) {
			socket.setSoTimeout(PATIENCE);
			StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n"
				.formatted(method, target, service.getHost(), service.getPort()));
			headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
			socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
			return read(socket.getInputStream());
		}
		catch (IOException ex) {
			throw new AssertionError(method + " " + target + " got no answer", ex);
		}
	}

	private static long send(Socket socket, String beginning, long length, boolean announced) {
		byte[] piece = new byte[PIECE];
		Arrays.fill(piece, (byte) 'x');
		byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
		System.arraycopy(first, 0, piece, 0, first.length);
		long sent = 0;
		try {
			OutputStream body = new BufferedOutputStream(socket.getOutputStream(), 2 * PIECE);
			while (sent < length) {
				int count = (int) Math.min(PIECE, length - sent);
				body.write((announced ? "" : Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
				body.write(piece, 0, count);
				body.write((announced ? "" : "\r\n").getBytes(StandardCharsets.US_ASCII));
				body.flush();
				sent += count;
				Arrays.fill(piece, 0, first.length, (byte) 'x');
			}
			body.write((announced ? "" : "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			body.flush();
		}
		catch (IOException ex) {
			// The service takes no more
		}
		return sent;
	}

	private static HttpAnswer read(InputStream stream) throws IOException {
		byte[] all = readAll(stream);
		String text = new String(all, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		if (end < 0) {
			throw new IOException("The answer ends in its head: " + text);
		}
		List<String> lines = text.substring(0, end).lines().toList();
		Map<String, List<String>> fields = new TreeMap<>();
		lines.stream()
			.skip(1)
			.map((line) -> line.split(": *", 2))
			.forEach((field) -> fields.put(field[0], List.of(field[1])));
		HttpHeaders headers = HttpHeaders.of(fields, (name, value) -> true);
		byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
		boolean chunked = headers.firstValue("Transfer-Encoding").filter("chunked"::equals).isPresent();
		return new HttpAnswer(Integer.parseInt(lines.get(0).split(" ", 3)[1]), headers,
				new String(chunked ? joined(body) : body, StandardCharsets.UTF_8));
	}

	/** A service that stops reading may also cut the connection, after its answer. */
	private static byte[] readAll(InputStream stream) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			stream.transferTo(all);
		}
		catch (IOException ex) {
			if (all.size() == 0) {
				throw ex;
			}
		}
		return all.toByteArray();
	}

	private static byte[] joined(byte[] chunks) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		ByteArrayInputStream input = new ByteArrayInputStream(chunks);
		while (true) {
			StringBuilder size = new StringBuilder();
			for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
				size.append((char) next);
			}
			int length = size.isEmpty() ? 0 : Integer.parseInt(size.toString().strip(), 16);
			if (length == 0) {
				return body.toByteArray();
			}
			body.write(input.readNBytes(length));
			input.skipNBytes(2);
		}
	}

}
