package io.kehu.auth;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a browser that a login needs: it keeps cookies, fills in forms and reports
 * redirects.
 */
class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI root;

	Browser(int port) {
		this.root = URI.create("http://localhost:" + port);
	}

	/**
	 * Opens a page.
	 */
	HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.root.resolve(path))
			.header("Accept", "text/html,*/*;q=0.8");
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/**
	 * Requests data with an access token, as a script does.
	 */
	HttpResponse<String> api(String path, String token) {
		return send(HttpRequest.newBuilder(this.root.resolve(path)).header("Authorization", "Bearer " + token));
	}

	/**
	 * Sends a request without a body, with an access token.
	 */
	HttpResponse<String> call(String method, String path, String token) {
		return send(HttpRequest.newBuilder(this.root.resolve(path))
			.method(method, BodyPublishers.noBody())
			.header("Authorization", "Bearer " + token));
	}

	HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		return postEncoded(path, encode(form), headers);
	}

	/**
	 * Sends a form that can repeat a field.
	 */
	HttpResponse<String> postEncoded(String path, String form, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.root.resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	/**
	 * Submits the form of a page.
	 */
	HttpResponse<String> submit(String page, Map<String, String> form) {
		Map<String, String> filled = new HashMap<>(form);
		filled.put("_csrf", csrfToken(get(page).body()));
		return post(page.replaceFirst("\\?.*", ""), filled);
	}

	/**
	 * Follows redirects within the service, as browsers do.
	 */
	HttpResponse<String> follow(HttpResponse<String> answer) {
		HttpResponse<String> last = answer;
		for (int hops = 0; hops < 10 && last.statusCode() == 302; hops++) {
			String location = last.headers().firstValue("Location").orElseThrow().replace(this.root.toString(), "");
			if (!location.startsWith("/")) {
				return last;
			}
			last = get(location);
		}
		return last;
	}

	HttpResponse<String> logIn(String username, String password) {
		String token = csrfToken(get("/login").body());
		return post("/login", Map.of("username", username, "password", password, "_csrf", token));
	}

	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

	static String csrfToken(String page) {
		Matcher field = CSRF.matcher(page);
		if (!field.find()) {
			throw new AssertionError("No CSRF token in " + page);
		}
		return field.group(1);
	}

	static String encode(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
