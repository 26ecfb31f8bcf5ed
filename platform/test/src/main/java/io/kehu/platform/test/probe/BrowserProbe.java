package io.kehu.platform.test.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A browser that keeps cookies and reports redirects. Like browsers, it takes a loopback
 * address for secure.
 */
public final class BrowserProbe {

	private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI base;

	public BrowserProbe(String base) {
		this.base = URI.create(base);
	}

	/**
	 * Returns the cookies by name, which can be changed.
	 */
	public Map<String, String> cookies() {
		return this.cookies;
	}

	/**
	 * Opens a page.
	 * @param headers names and values of additional headers
	 */
	public HttpAnswer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	/**
	 * Sends a form.
	 */
	public HttpAnswer submit(String path, String form) {
		return send("POST", path, BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
	}

	/**
	 * Sends any request.
	 * @param headers names and values of additional headers
	 */
	public HttpAnswer send(String method, String path, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).method(method, body);
		String sent = this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		if (!sent.isEmpty()) {
			request.header("Cookie", sent);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return new HttpAnswer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		String[] cookie = header.split(";", 2)[0].split("=", 2);
		if (header.contains("Max-Age=0")) {
			this.cookies.remove(cookie[0]);
		}
		else {
			this.cookies.put(cookie[0], cookie[1]);
		}
	}

}
