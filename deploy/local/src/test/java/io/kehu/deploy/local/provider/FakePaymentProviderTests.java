package io.kehu.deploy.local.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FakePaymentProviderTests {

	private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	/** The example of the specification of Standard Webhooks. */
	@Test
	void signsAsSpecified() {
		HttpRequest request = new SignedNotification("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}")
			.to(URI.create("http://localhost"), SECRET, Instant.ofEpochSecond(1614265330));
		assertThat(request.headers().firstValue("webhook-signature"))
			.contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void notifiesAndRepeats() throws IOException, InterruptedException {
		List<String> received = new CopyOnWriteArrayList<>();
		HttpServer kehu = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		kehu.createContext("/api/v1/payment-notifications/fake", (exchange) -> {
			received.add(exchange.getRequestHeaders().getFirst("webhook-id")
					+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		kehu.start();
		List<String> reported = new CopyOnWriteArrayList<>();
		try (FakePaymentProvider provider = new FakePaymentProvider(0,
				"http://localhost:" + kehu.getAddress().getPort(), SECRET, reported::add)) {
			assertThat(post(provider, "/payments?payment=p1&order=o1&amount=9.90&currency=EUR")).contains(" -> 204");
			post(provider, "/repeat");
			post(provider, "/refunds?payment=p1&amount=2");
		}
		finally {
			kehu.stop(0);
		}
		assertThat(received).hasSize(3);
		assertThat(received.get(1)).isEqualTo(received.get(0))
			.contains("\"paid\"", "\"orderId\": \"o1\"", "\"amount\": \"9.90\"");
		assertThat(received.get(2)).contains("\"refunded\"", "\"reference\": \"p1\"", "\"refundReference\": \"re_1\"");
		assertThat(reported).hasSize(3);
	}

	private static String post(FakePaymentProvider provider, String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(provider.url() + path))
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
