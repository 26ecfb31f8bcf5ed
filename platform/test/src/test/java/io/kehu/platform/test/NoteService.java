package io.kehu.platform.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes a note to all three servers when it is asked with a token.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class NoteService {

	static final String TOPIC = "kehu.notes";

	private final JdbcClient database;

	private final KafkaTemplate<String, String> broker;

	private final StringRedisTemplate cache;

	NoteService(JdbcClient database, KafkaTemplate<String, String> broker, StringRedisTemplate cache) {
		this.database = database;
		this.broker = broker;
		this.cache = cache;
	}

	@PostMapping("/notes")
	ResponseEntity<String> write(@RequestBody String note) {
		String id = UUID.randomUUID().toString();
		this.database.sql("CREATE TABLE IF NOT EXISTS note (id text PRIMARY KEY, note text)").update();
		this.database.sql("INSERT INTO note VALUES (?, ?)").params(id, note).update();
		this.cache.opsForValue().set(id, note);
		for (String type : new String[] { "io.kehu.note.taken.v1", "io.kehu.note.filed.v1" }) {
			ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, id, note);
			event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
			this.broker.send(event).join();
		}
		return ResponseEntity.created(URI.create("/notes/" + id)).body("{\"id\": \"" + id + "\"}");
	}

	/**
	 * Beans that a slice does without.
	 */
	static class Beans {

		@Bean
		NewTopic notes() {
			return new NewTopic(TOPIC, 2, (short) 1);
		}

		@Bean
		JwtDecoder tokens(Environment environment) {
			NimbusJwtDecoder decoder = NimbusJwtDecoder
				.withJwkSetUri(environment.getRequiredProperty("kehu.auth.jwks-uri"))
				.jwsAlgorithm(SignatureAlgorithm.ES256)
				.validateType(false)
				.build();
			decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
					new JwtIssuerValidator(environment.getRequiredProperty("kehu.auth.issuer"))));
			return decoder;
		}

	}

}
