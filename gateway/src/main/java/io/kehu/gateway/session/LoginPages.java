package io.kehu.gateway.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Logs a browser in by an authorization code with a proof key: {@code /session/login}
 * leads to auth-service, which leads back to {@code /session/callback}.
 */
final class LoginPages {

	static final String LOGIN = "/session/login";

	static final String CALLBACK = "/session/callback";

	private static final String FAILED = "/?login=failed";

	/**
	 * Parameters of OpenID Connect with which a page asks for a fresh or a better login.
	 */
	private static final Map<String, Pattern> PASSED_ON = Map.of("max_age", Pattern.compile("\\d{1,9}"), "acr_values",
			Pattern.compile("[\\w:./ -]{1,200}"), "prompt", Pattern.compile("login"));

	private final AuthService auth;

	private final SealedSessions sessions;

	private final ReactiveJwtDecoder decoder;

	private final SessionSeal seal;

	private final JsonMapper json;

	private final Place place;

	LoginPages(AuthService auth, SealedSessions sessions, ReactiveJwtDecoder decoder, SessionSeal seal, JsonMapper json,
			Place place) {
		this.auth = auth;
		this.sessions = sessions;
		this.decoder = decoder;
		this.seal = seal;
		this.json = json;
		this.place = place;
	}

	Mono<Void> begin(ServerWebExchange exchange) {
		MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
		LoginRequest login = new LoginRequest(this.seal.random(), this.seal.random(),
				ReturnPath.of(parameters.getFirst("return")), this.place.clock().instant());
		Map<String, String> request = new LinkedHashMap<>();
		request.put("response_type", "code");
		request.put("client_id", AuthService.CLIENT);
		request.put("redirect_uri", redirectUri());
		request.put("scope", "openid");
		request.put("state", login.state());
		request.put("code_challenge", Sha256.base64UrlOf(login.verifier()));
		request.put("code_challenge_method", "S256");
		PASSED_ON.forEach((name, form) -> passOn(name, form, parameters.getFirst(name), request));
		String query = request.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return redirect(exchange, "/oauth2/authorize?" + query,
				SessionCookies.login(login.write(this.seal, this.json)));
	}

	private static void passOn(String name, Pattern form, @Nullable String value, Map<String, String> request) {
		if (value == null) {
			return;
		}
		if (!form.matcher(value).matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The parameter %s is invalid: it must match %s.".formatted(name, form));
		}
		request.put(name, value);
	}

	Mono<Void> finish(ServerWebExchange exchange) {
		MultiValueMap<String, String> answer = exchange.getRequest().getQueryParams();
		LoginRequest login = LoginRequest.of(exchange.getRequest(), this.seal, this.json).orElse(null);
		if (login == null) {
			return redirect(exchange, FAILED);
		}
		if (!login.state().equals(answer.getFirst("state"))) {
			// A later login of the same browser, in another tab: the user is logged in by
			// now
			return redirect(exchange, LOGIN + "?return=" + URLEncoder.encode(login.returnTo(), StandardCharsets.UTF_8));
		}
		String code = answer.getFirst("code");
		if (code == null || !this.place.issuer().equals(answer.getFirst("iss"))) {
			return redirect(exchange, FAILED, SessionCookies.removed(SessionCookies.LOGIN));
		}
		return this.auth.exchange(code, login.verifier(), redirectUri())
			.flatMap((tokens) -> this.decoder.decode(tokens.access())
				.onErrorMap(JwtException.class, BrowserSessions::unverifiable)
				.flatMap((verified) -> start(exchange, login, tokens, verified)))
			.onErrorResume(GrantRefusedException.class,
					(refused) -> redirect(exchange, FAILED, SessionCookies.removed(SessionCookies.LOGIN)));
	}

	private Mono<Void> start(ServerWebExchange exchange, LoginRequest login, Tokens tokens, Jwt verified) {
		String id = this.seal.random();
		Instant endsAt = this.place.clock().instant().plus(this.place.limits().age());
		BrowserSession session = new BrowserSession(Objects.requireNonNull(verified.getSubject()), this.seal.random(),
				endsAt, tokens);
		Mono<Void> endEarlier = Mono.justOrEmpty(SessionCookies.valueOf(SessionCookies.SESSION, exchange.getRequest()))
			.flatMap(this.sessions::remove);
		return this.sessions.add(id, session)
			.then(endEarlier)
			.then(Mono.defer(() -> redirect(exchange, login.returnTo(), SessionCookies.session(id),
					SessionCookies.removed(SessionCookies.LOGIN))));
	}

	private String redirectUri() {
		return this.place.issuer() + CALLBACK;
	}

	private static Mono<Void> redirect(ServerWebExchange exchange, String target, ResponseCookie... cookies) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.FOUND);
		response.getHeaders().set(HttpHeaders.LOCATION, target);
		for (ResponseCookie cookie : cookies) {
			response.addCookie(cookie);
		}
		return response.setComplete();
	}

	/**
	 * Where logins take place.
	 *
	 * @param issuer the public address of the system
	 */
	record Place(String issuer, SessionProperties limits, Clock clock) {
	}

}
