package io.kehu.auth.session;

import java.time.Duration;
import java.util.Objects;

import org.springframework.boot.session.autoconfigure.SessionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/**
 * Has the sessions of browsers stored by {@link SealedSessions}.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

	@Bean
	SessionRepository<SealedSession> sessionRepository(StringRedisTemplate redis, SessionCodec codec,
			SessionProperties properties) {
		return new SealedSessions(redis, codec, Objects.requireNonNullElse(properties.getTimeout(), DEFAULT_TIMEOUT));
	}

}
