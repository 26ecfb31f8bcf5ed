package io.kehu.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.DefaultEventExecutor;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real HTTP server with responses defined by each test.
 */
final class Backend implements AutoCloseable {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final ChannelGroup connections = new DefaultChannelGroup(new DefaultEventExecutor());

	private final DisposableServer server;

	private volatile HttpHeaders lastHeaders;

	private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer = (request,
			response) -> response.status(204).send();

	Backend() {
		HttpServer configured = HttpServer.create().host("127.0.0.1").port(0).channelGroup(this.connections);
		this.server = configured.handle((request, response) -> {
			this.requests.add(request.method() + " " + request.uri());
			this.lastHeaders = request.requestHeaders().copy();
			return this.answer.apply(request, response);
		}).bindNow();
	}

	Backend answering(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
		this.answer = answer;
		this.requests.clear();
		return this;
	}

	int port() {
		return this.server.port();
	}

	/** Registers the backends as the instances of a service, with its first resource. */
	static void instances(DynamicPropertyRegistry registry, String service, Backend... instances) {
		for (int i = 0; i < instances.length; i++) {
			registry.add("spring.cloud.discovery.client.simple.instances.%s[%d].uri".formatted(service, i),
					instances[i]::address);
		}
		String resource = service.equals("auth-service") ? "users" : service.replace("-service", "s");
		String metadata = "spring.cloud.discovery.client.simple.instances.%s[0].metadata.".formatted(service);
		registry.add(metadata + "resources", () -> resource);
		registry.add(metadata + "streams", "/api/v1/%1$s/bulk,/api/v1/%1$s/export".formatted(resource)::toString);
	}

	String address() {
		return "http://127.0.0.1:" + port();
	}

	List<String> requests() {
		return this.requests;
	}

	HttpHeaders lastHeaders() {
		return this.lastHeaders;
	}

	/** Ends like a killed process: immediately, with all its connections. */
	@Override
	public void close() {
		this.server.channel().close().syncUninterruptibly();
		this.connections.close().syncUninterruptibly();
		this.server.disposeNow(Duration.ofSeconds(5));
	}

}
