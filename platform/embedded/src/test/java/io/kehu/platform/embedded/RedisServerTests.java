package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedisServerTests {

	@Test
	void isABoundedCache() throws IOException {
		try (RedisServer server = new RedisServer(ServerSettings.forTests().withOption("maxmemory", "16mb"))) {
			server.start();
			assertThat(ask(server.port(), "CONFIG GET maxmemory")).contains("16777216");
			assertThat(ask(server.port(), "CONFIG GET maxmemory-policy")).contains("allkeys-lru");
			assertThat(ask(server.port(), "CONFIG GET save")).doesNotContain("3600");
		}
	}

	@Test
	void requiresThePassword() throws IOException {
		try (RedisServer server = new RedisServer(ServerSettings.forTests().withPassword("secret"))) {
			server.start();
			assertThat(ask(server.port(), "GET key")).contains("NOAUTH");
			assertThat(ask(server.port(), "AUTH secret")).contains("+OK");
		}
	}

	private static String ask(int port, String command) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
			InputStream input = socket.getInputStream();
			return new String(input.readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
