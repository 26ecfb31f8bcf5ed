package io.kehu.platform.test.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.kehu.platform.test.description.DescribedAnswers;
import io.kehu.platform.test.token.TestToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service under test over HTTP as a client does; immutable, so that
 * {@code http.as("customer:read")} leaves {@code http} without a token.
 */
public final class HttpProbe {

	/** The media type of bodies that say nothing else. */
	public static final String JSON = "application/json";

	/** The media type that {@link #patch(String, String, Object)} sends. */
	public static final String MERGE_PATCH = "application/merge-patch+json";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Supplier<String> base;

	private final Map<String, String> headers;

	/**
	 * Creates a probe.
	 * @param base the URL before the paths, asked for at each call
	 */
	public HttpProbe(Supplier<String> base) {
		this(base, Map.of());
	}

	private HttpProbe(Supplier<String> base, Map<String, String> headers) {
		this.base = base;
		this.headers = headers;
	}

	/**
	 * The same with a token of a user who has these permissions.
	 * @param permissions the permissions
	 * @return a probe, never null
	 */
	public HttpProbe as(String... permissions) {
		return as(TestToken.user(permissions));
	}

	/**
	 * The same with a token.
	 * @param token the token
	 * @return a probe, never null
	 */
	public HttpProbe as(TestToken token) {
		return with("Authorization", token.header());
	}

	/**
	 * The same with one more header.
	 * @param name the header
	 * @param value its value
	 * @return a probe, never null
	 */
	public HttpProbe with(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new HttpProbe(this.base, more);
	}

	/**
	 * Reads.
	 * @param path path and query, encoded
	 * @return the answer, never null
	 */
	public HttpAnswer get(String path) {
		return exchange("GET", path, BodyPublishers.noBody());
	}

	/**
	 * Creates or acts.
	 * @param path path and query, encoded
	 * @param body JSON as text, or an object to write as JSON
	 * @return the answer, never null
	 */
	public HttpAnswer post(String path, Object body) {
		return defaulting("Content-Type", JSON).exchange("POST", path, publisher(body));
	}

	/**
	 * Replaces.
	 * @param path path and query, encoded
	 * @param body JSON as text, or an object to write as JSON
	 * @return the answer, never null
	 */
	public HttpAnswer put(String path, Object body) {
		return defaulting("Content-Type", JSON).exchange("PUT", path, publisher(body));
	}

	/**
	 * Changes by a merge patch.
	 * @param path path and query, encoded
	 * @param etag the version to change, sent as {@code If-Match}
	 * @param body JSON as text, or an object to write as JSON
	 * @return the answer, never null
	 */
	public HttpAnswer patch(String path, String etag, Object body) {
		return with("If-Match", etag).defaulting("Content-Type", MERGE_PATCH).exchange("PATCH", path, publisher(body));
	}

	/**
	 * Deletes.
	 * @param path path and query, encoded
	 * @return the answer, never null
	 */
	public HttpAnswer delete(String path) {
		return exchange("DELETE", path, BodyPublishers.noBody());
	}

	/**
	 * Posts a body of any length without buffering it, and reads the response as soon as
	 * it arrives.
	 * @param path path and query, encoded
	 * @param beginning the beginning of the body, which is padded with the letter x
	 * @param length its length in bytes
	 * @param announced whether to declare the length or to send chunks
	 * @return the answer, and how much was sent until then, never null
	 */
	public StreamedUpload upload(String path, String beginning, long length, boolean announced) {
		HttpProbe probe = defaulting("Content-Type", JSON);
		StreamedUpload upload = StreamedUpload.post(URI.create(this.base.get() + path), probe.headers, beginning,
				length, announced);
		checked("POST", path, upload.answer());
		return upload;
	}

	/**
	 * Any call.
	 * @param method the HTTP method
	 * @param path path and query, encoded
	 * @param body the body
	 * @return the answer, never null
	 */
	public HttpAnswer exchange(String method, String path, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base.get() + path))
			.timeout(PATIENCE)
			.method(method, body);
		this.headers.forEach(request::header);
		try {
			HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
			DescribedAnswers.check(request.build(), response.statusCode(), response.headers(), response.body());
			return new HttpAnswer(response.statusCode(), response.headers(),
					new String(response.body(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError(method + " " + path + " got no answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a request without a body, whose target may be malformed.
	 * @param method the HTTP method
	 * @param target path and query, sent as they are
	 * @return the answer, never null
	 */
	public HttpAnswer raw(String method, String target) {
		return checked(method, target, StreamedUpload.send(URI.create(this.base.get()), method, target, this.headers));
	}

	private HttpAnswer checked(String method, String target, HttpAnswer answer) {
		DescribedAnswers.check(method, target, this.headers, answer.status(), answer.headers(),
				answer.body().getBytes(StandardCharsets.UTF_8));
		return answer;
	}

	private HttpProbe defaulting(String name, String value) {
		return this.headers.keySet().stream().anyMatch(name::equalsIgnoreCase) ? this : with(name, value);
	}

	private static BodyPublisher publisher(Object body) {
		return BodyPublishers.ofString((body instanceof String text) ? text : MAPPER.writeValueAsString(body));
	}

}
