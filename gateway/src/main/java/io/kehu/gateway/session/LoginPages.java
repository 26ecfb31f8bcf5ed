package io.kehu.gateway.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

	private static final int MOST_LOGINS = 8;

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
		if (exchange.getRequest().getCookies().containsKey(SessionCookies.FRESH)) {
			request.put("prompt", "login");
		}
		PASSED_ON.forEach((name, form) -> passOn(name, form, parameters.getFirst(name), request));
		String query = request.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		List<ResponseCookie> cookies = new ArrayList<>(abandoned(exchange));
		cookies.add(SessionCookies.login(login.state(), login.write(this.seal, this.json)));
		return redirect(exchange, "/oauth2/authorize?" + query, cookies.toArray(ResponseCookie[]::new));
	}

	/** Removes the cookies of earlier logins once there are many. */
	private static List<ResponseCookie> abandoned(ServerWebExchange exchange) {
		List<String> begun = exchange.getRequest()
			.getCookies()
			.keySet()
			.stream()
			.filter((name) -> name.startsWith(SessionCookies.LOGIN))
			.toList();
		return (begun.size() < MOST_LOGINS) ? List.of() : begun.stream().map(SessionCookies::removed).toList();
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
		String state = Objects.requireNonNullElse(answer.getFirst("state"), "");
		LoginRequest login = LoginRequest
			.of(exchange.getRequest(), state, this.place.clock().instant(), this.seal, this.json)
			.orElse(null);
		if (login == null) {
			return withoutLogin(exchange);
		}
		ResponseCookie done = SessionCookies.removed(SessionCookies.loginName(state));
		String code = answer.getFirst("code");
		if (code == null || !this.place.issuer().equals(answer.getFirst("iss"))) {
			return redirect(exchange, FAILED, done);
		}
		return this.auth.exchange(code, login.verifier(), redirectUri())
			.flatMap((tokens) -> this.decoder.decode(tokens.access())
				.onErrorMap(JwtException.class, BrowserSessions::unverifiable)
				.flatMap((verified) -> start(exchange, login, tokens, verified)))
			.onErrorResume(GrantRefusedException.class, (refused) -> redirect(exchange, FAILED, done));
	}

	/** A browser that has finished the login already, or never began it. */
	private Mono<Void> withoutLogin(ServerWebExchange exchange) {
		return Mono.justOrEmpty(SessionCookies.valueOf(SessionCookies.SESSION, exchange.getRequest()))
			.flatMap(this.sessions::find)
			.hasElement()
			.flatMap((present) -> redirect(exchange, present ? "/" : FAILED));
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
					SessionCookies.removed(SessionCookies.loginName(login.state())),
					SessionCookies.removed(SessionCookies.FRESH))));
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
