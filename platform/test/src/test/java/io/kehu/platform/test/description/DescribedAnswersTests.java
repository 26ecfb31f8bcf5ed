package io.kehu.platform.test.description;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A service that repeats what it receives, which is described in
 * {@code openapi/openapi.json} of the test resources.
 */
class DescribedAnswersTests {

	private static final String PATH = "/api/v1/described-notes";

	private HttpServer server;

	private HttpProbe http;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", DescribedAnswersTests::repeat);
		this.server.start();
		String url = "http://127.0.0.1:" + this.server.getAddress().getPort();
		this.http = new HttpProbe(() -> url);
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private static void repeat(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		if (exchange.getRequestHeaders().containsKey("Accept-Encoding")) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			body = zipped(body);
		}
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static byte[] zipped(byte[] body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write(body);
		}
		return bytes.toByteArray();
	}

	@Test
	void acceptsWhatIsDescribed() {
		String body = "{\"text\": \"a\"}";
		assertThat(this.http.post(PATH, body).expect(200).body()).isEqualTo(body);
		assertThat(this.http.with("Accept-Encoding", "gzip").post(PATH, body).header("Content-Encoding"))
			.isEqualTo("gzip");
	}

	@Test
	void failsWithWhatIsNotDescribed() {
		assertThatThrownBy(() -> this.http.post(PATH, "{}")).isInstanceOf(AssertionError.class)
			.hasMessageContaining("POST " + PATH + " -> 200")
			.hasMessageContaining("the answer at : required property 'text' not found")
			.hasMessageContaining("the request at : required property 'text' not found");
		assertThatThrownBy(() -> this.http.with("Accept-Encoding", "gzip").post(PATH, "{\"text\": 7}"))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("the answer at /text");
		assertThatThrownBy(() -> this.http.raw("GET", "/api/v1/others")).isInstanceOf(AssertionError.class)
			.hasMessageContaining("the path is not described");
	}

}
