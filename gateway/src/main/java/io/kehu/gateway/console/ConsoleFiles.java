package io.kehu.gateway.console;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the web console from the class path. Paths of its views, such as
 * {@code /customers/ID}, lead to its one page. Without the console, {@code /} leads to
 * the pages of auth-service.
 */
@Component
public class ConsoleFiles {

	private static final String ROOT = "static/";

	private static final Resource FOLDER = new ClassPathResource(ROOT);

	private static final String PAGE = "/index.html";

	private static final String WITHOUT_CONSOLE = "/account/sessions";

	private static final List<String> NO_VIEWS = List.of("/api/", "/session/", "/actuator/", "/docs/");

	private final FileHandler hashed = FileHandler.immutable(FOLDER);

	private final FileHandler others = FileHandler.revalidated(List.of(FOLDER));

	private final boolean present = exists(PAGE);

	/** Returns what handles a request, or null if it is about something else. */
	public @Nullable WebHandler find(ServerHttpRequest request) {
		if (!HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod())) {
			return null;
		}
		String path = request.getURI().getPath();
		if (!this.present) {
			return path.equals("/") ? ConsoleFiles::redirect : null;
		}
		if (path.startsWith("/assets/")) {
			return this.hashed.serving(path, PagePolicy.CONSOLE);
		}
		if (path.equals("/") || isView(path, request)) {
			return this.others.serving(PAGE, PagePolicy.CONSOLE);
		}
		return exists(path) ? this.others.serving(path, PagePolicy.CONSOLE) : null;
	}

	private static boolean isView(String path, ServerHttpRequest request) {
		boolean page = request.getHeaders()
			.getAccept()
			.stream()
			.anyMatch((type) -> type.isConcrete() && type.includes(MediaType.TEXT_HTML));
		boolean file = path.indexOf('.', path.lastIndexOf('/')) >= 0;
		return page && !file && NO_VIEWS.stream().noneMatch((other) -> (path + "/").startsWith(other));
	}

	private boolean exists(String path) {
		return path.length() > 1 && !path.endsWith("/") && new ClassPathResource(ROOT + path.substring(1)).isReadable();
	}

	private static Mono<Void> redirect(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.FOUND);
		exchange.getResponse().getHeaders().setLocation(URI.create(WITHOUT_CONSOLE));
		return exchange.getResponse().setComplete();
	}

}
