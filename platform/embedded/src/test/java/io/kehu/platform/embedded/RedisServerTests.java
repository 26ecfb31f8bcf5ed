package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

	@Test
	void usersReachTheirOwnKeysOnly() throws IOException {
		try (RedisServer server = new RedisServer(ServerSettings.forTests(),
				List.of(new RedisUser("orders", "secret"), new RedisUser("customers", "secret")))) {
			server.start();
			int port = server.port();
			assertThat(ask(port, "GET orders:key")).contains("NOAUTH");
			assertThat(ask(port, "AUTH secret")).contains("WRONGPASS");
			assertThat(ask(port, "AUTH orders wrong")).contains("WRONGPASS");
			String orders = "AUTH orders secret\r\n";
			assertThat(ask(port, orders + "SET orders:key value")).endsWith("+OK\r\n+OK\r\n+OK\r\n");
			String customers = "AUTH customers secret\r\n";
			for (String forbidden : List.of("GET orders:key", "DEL orders:key", "PUBLISH orders:changes 1",
					"SUBSCRIBE orders:changes", "EVAL \"return redis.call('GET', 'orders:key')\" 0", "KEYS *", "SCAN 0",
					"RANDOMKEY", "FLUSHALL", "FLUSHDB", "CONFIG GET *", "ACL LIST", "CLIENT LIST", "MONITOR",
					"SELECT 1", "SAVE", "SHUTDOWN", "DEBUG SLEEP 0", "SCRIPT FLUSH", "PUBSUB CHANNELS",
					"COPY orders:key customers:key", "MIGRATE 127.0.0.1 1 orders:key 0 1")) {
				assertThat(ask(port, customers + forbidden)).as(forbidden)
					.containsAnyOf("NOPERM", "can't access at least one of the keys")
					.doesNotContain("value");
			}
			assertThat(ask(port, customers + "EVAL \"return redis.call('SET', KEYS[1], '1')\" 1 customers:key"))
				.doesNotContain("NOPERM");
			assertThat(ask(port, customers + "PUBSUB NUMSUB customers:changes")).doesNotContain("NOPERM");
			assertThat(ask(port, customers + "INFO server")).contains("run_id");
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
