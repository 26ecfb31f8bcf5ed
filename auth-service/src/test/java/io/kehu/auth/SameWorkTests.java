package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A login that fails costs the same, whoever is meant.
 */
@AuthServiceTest
@Import(SameWorkTests.Counting.class)
class SameWorkTests {

	private static final Queue<String> HASHES = new ConcurrentLinkedQueue<>();

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	@Test
	void oneHashOfTheSameCostIsComputedForEverybodyAndForNobody() {
		this.people.register("known", List.of(), List.of());
		String locked = this.people.register("locked", List.of(), List.of()).get("id").asString();
		this.people.operator().post("/api/v1/users/" + locked + "/lock", "").expect(204);
		String deleted = this.people.register("deleted", List.of(), List.of()).get("id").asString();
		this.people.operator().with("If-Match", "*").delete("/api/v1/users/" + deleted).expect(204);
		String forced = this.people.register("forced", List.of(), List.of()).get("id").asString();
		this.people.operator().post("/api/v1/users/" + forced + "/require-password-reset", "").expect(204);
		this.people.operator().post("/api/v1/users", Map.of("username", "invited")).expect(201);
		this.people.register("imported", List.of(), List.of());
		this.database
			.sql("update users set password_hash = replace(password_hash, '{argon2id}', '{argon2id-md5}$')"
					+ " where username = 'imported'")
			.update();
		for (String username : List.of("known", "nobody", "locked", "deleted", "forced", "invited", "imported", "",
				"x".repeat(5_000))) {
			HASHES.clear();
			HttpResponse<String> refused = new Browser(this.port).logIn(username, "a wrong password");
			assertThat(refused.headers().firstValue("Location")).as(username).hasValue("/login?error");
			assertThat(HASHES).as(username)
				.singleElement()
				.asString()
				.matches("\\{argon2id(-md5)?}\\$*argon2id\\$v=19\\$m=19456,t=2,p=1\\$.*");
		}
	}

	/**
	 * Notes which hashes a password is compared with.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		static BeanPostProcessor countingPasswords() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return name.equals("passwordEncoder") ? new CountingPasswords((PasswordEncoder) bean) : bean;
				}

			};
		}

	}

	/**
	 * Compares passwords as the service does, and notes with what.
	 */
	private record CountingPasswords(PasswordEncoder encoder) implements PasswordEncoder {

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return this.encoder.encode(password);
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			HASHES.add(String.valueOf(hash));
			return this.encoder.matches(password, hash);
		}

		@Override
		public boolean upgradeEncoding(@Nullable String hash) {
			return this.encoder.upgradeEncoding(hash);
		}

	}

}
