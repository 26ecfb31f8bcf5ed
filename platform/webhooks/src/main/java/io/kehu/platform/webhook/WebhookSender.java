package io.kehu.platform.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages. It follows no redirects, keeps no cookies, ignores what receivers
 * answer besides the status, and gives up after a while however slowly they do.
 */
final class WebhookSender implements AutoCloseable {

	private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json",
			StandardCharsets.UTF_8);

	private static final Timeout PATIENCE = Timeout.ofSeconds(10);

	private static final int LONGEST_SECONDS = 20;

	private static final long LONGEST_PAUSE = Duration.ofDays(1).toSeconds();

	private static final int LONGEST_ERROR = 500;

	private final CloseableHttpClient http;

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "webhook-watch");
		thread.setDaemon(true);
		return thread;
	});

	WebhookSender(AddressRules rules) {
		this.http = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(rules)
				.setDefaultConnectionConfig(
						ConnectionConfig.custom().setConnectTimeout(PATIENCE).setSocketTimeout(PATIENCE).build())
				.setMaxConnTotal(32)
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setResponseTimeout(PATIENCE).setConnectionRequestTimeout(PATIENCE).build())
			.setUserAgent("Kehu-Webhooks")
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableContentCompression()
			.build();
	}

	Outcome send(URI url, Map<String, String> headers, String body) {
		HttpPost request = new HttpPost(url);
		headers.forEach(request::setHeader);
		request.setEntity(new StringEntity(body, CLOUD_EVENT));
		Future<?> end = this.watch.schedule(() -> {
			request.cancel();
		}, LONGEST_SECONDS, TimeUnit.SECONDS);
		try (ClassicHttpResponse response = this.http.executeOpen(HttpHost.create(url), request, null)) {
			return new Outcome(response.getCode(), null, pause(response.getFirstHeader("Retry-After")));
		}
		catch (IOException | RuntimeException ex) {
			return new Outcome(null, error(ex), null);
		}
		finally {
			end.cancel(false);
		}
	}

	private static String error(Exception failure) {
		String text = failure.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(failure.getMessage(), "");
		return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
	}

	private static @Nullable Duration pause(@Nullable Header retryAfter) {
		String seconds = (retryAfter != null) ? retryAfter.getValue() : "";
		return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE))
				: null;
	}

	@Override
	public void close() throws IOException {
		this.watch.shutdownNow();
		this.http.close();
	}

	/**
	 * What has become of one attempt.
	 *
	 * @param status the status of the answer, or null if there was none
	 * @param error why there was none, or null
	 * @param pause for how long the receiver asks not to be tried again, or null
	 */
	record Outcome(@Nullable Integer status, @Nullable String error, @Nullable Duration pause) {

		boolean accepted() {
			return this.status != null && this.status / 100 == 2;
		}

		/** Returns whether the receiver wants no more messages. */
		boolean gone() {
			return this.status != null && this.status == 410;
		}

	}

}
