package io.kehu.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A real HTTP server that answers as a test says.
 */
final class Backend implements AutoCloseable {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private volatile HttpHeaders lastHeaders;

	private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer = (request,
			response) -> response.status(204).send();

	Backend() {
		this(0);
	}

	Backend(int port) {
		this.server = HttpServer.create().host("127.0.0.1").port(port).handle((request, response) -> {
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

	String address() {
		return "http://127.0.0.1:" + port();
	}

	List<String> requests() {
		return this.requests;
	}

	HttpHeaders lastHeaders() {
		return this.lastHeaders;
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
	}

}
