package io.kehu.gateway.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.kehu.platform.balancer.ServiceBalancer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Calls auth-service on behalf of the sessions.
 */
final class AuthService {

	static final String CLIENT = "kehu-gateway";

	private static final Logger logger = LoggerFactory.getLogger(AuthService.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String LOGINS = "/api/v1/me/sessions";

	private final HttpClient http = HttpClient.create().responseTimeout(TIMEOUT);

	private final Supplier<ServiceBalancer> balancer;

	private final JsonMapper json;

	private final String credentials;

	private final Clock clock;

	AuthService(Supplier<ServiceBalancer> balancer, JsonMapper json, String clientSecret, Clock clock) {
		this.balancer = balancer;
		this.json = json;
		this.credentials = "Basic " + Base64.getEncoder()
			.encodeToString((CLIENT + ":" + encoded(clientSecret)).getBytes(StandardCharsets.UTF_8));
		this.clock = clock;
	}

	/**
	 * Exchanges a code for tokens.
	 * @return the tokens, or a {@link GrantRefusedException}
	 */
	Mono<Tokens> exchange(String code, String verifier, String redirectUri) {
		return tokens(Map.of("grant_type", "authorization_code", "code", code, "code_verifier", verifier,
				"redirect_uri", redirectUri));
	}

	/**
	 * Uses a refresh token.
	 * @return the new tokens, or a {@link GrantRefusedException}
	 */
	Mono<Tokens> refresh(String refreshToken) {
		return tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
	}

	private Mono<Tokens> tokens(Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + encoded(entry.getValue()))
			.collect(Collectors.joining("&"));
		return call(HttpMethod.POST, "/oauth2/token", this.credentials, body).map((answer) -> {
			JsonNode content = answer.json(this.json);
			if (answer.status() == HttpStatus.OK.value()) {
				return new Tokens(content.path("access_token").asString(),
						this.clock.instant().plusSeconds(content.path("expires_in").asLong()),
						content.path("refresh_token").asString());
			}
			String error = content.path("error").asString("");
			if (answer.status() == HttpStatus.BAD_REQUEST.value() && error.equals("invalid_grant")) {
				throw new GrantRefusedException(error);
			}
			throw unavailable("auth-service refuses to issue tokens: status %d %s".formatted(answer.status(), error));
		});
	}

	/**
	 * Returns who the user is.
	 * @return the user, or a {@link BadJwtException} if the token is rejected
	 */
	Mono<JsonNode> me(String accessToken) {
		return api(HttpMethod.GET, "/api/v1/me", accessToken).map((answer) -> {
			if (answer.status() != HttpStatus.OK.value()) {
				throw unavailable("auth-service does not say who the user is: status " + answer.status());
			}
			return answer.json(this.json);
		});
	}

	/**
	 * Ends the login that a token was granted in, with everything granted in it.
	 * @return nothing, or a {@link BadJwtException} if the token is rejected
	 */
	Mono<Void> endLogin(String accessToken) {
		return api(HttpMethod.GET, LOGINS, accessToken).flatMap((answer) -> {
			if (answer.status() != HttpStatus.OK.value()) {
				throw unavailable("auth-service does not list logins: status " + answer.status());
			}
			return Mono.justOrEmpty(answer.json(this.json)
				.path("items")
				.valueStream()
				.filter((login) -> login.path("current").asBoolean())
				.map((login) -> login.path("id").asString())
				.findFirst());
		}).flatMap((login) -> api(HttpMethod.DELETE, LOGINS + "/" + login, accessToken)).doOnNext((answer) -> {
			// Not found: it has ended in the meantime
			if (answer.status() != HttpStatus.NO_CONTENT.value() && answer.status() != HttpStatus.NOT_FOUND.value()) {
				throw unavailable("auth-service does not end a login: status " + answer.status());
			}
		}).then();
	}

	private Mono<Answer> api(HttpMethod method, String path, String accessToken) {
		return call(method, path, "Bearer " + accessToken, "").doOnNext((answer) -> {
			if (answer.status() == HttpStatus.UNAUTHORIZED.value()) {
				throw new BadJwtException("auth-service rejects the token");
			}
		});
	}

	private Mono<Answer> call(HttpMethod method, String path, String authorization, String form) {
		return address().flatMap((address) -> this.http.headers((headers) -> {
			headers.set(HttpHeaderNames.AUTHORIZATION, authorization).set(HttpHeaderNames.ACCEPT, "application/json");
			if (!form.isEmpty()) {
				headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded");
			}
		})
			.request(method)
			.uri(address.resolve(path))
			.send(ByteBufFlux.fromString(Mono.just(form)))
			.responseSingle((response, body) -> body.asString()
				.defaultIfEmpty("")
				.map((text) -> new Answer(response.status().code(), text)))
			.onErrorMap((failure) -> unavailable("auth-service does not answer: " + failure)));
	}

	private Mono<URI> address() {
		return this.balancer.get()
			.choose(new DefaultRequest<>())
			.mapNotNull((response) -> response.getServer())
			.switchIfEmpty(Mono.error(() -> unavailable("No instance of auth-service is known")))
			.map((instance) -> URI.create(
					(instance.isSecure() ? "https://" : "http://") + instance.getHost() + ":" + instance.getPort()));
	}

	private static ResponseStatusException unavailable(String reason) {
		logger.warn(reason);
		return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Logins are currently not available.");
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * A response.
	 */
	private record Answer(int status, String text) {

		JsonNode json(JsonMapper mapper) {
			try {
				return mapper.readTree(this.text);
			}
			catch (JacksonException ex) {
				return mapper.createObjectNode();
			}
		}

	}

}
