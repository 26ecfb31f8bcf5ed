package io.kehu.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the pages that show the APIs and the events of all services, and let users try
 * requests in their session. Nothing comes from elsewhere.
 */
public final class DocsPages {

	private static final String SERVICES = "/docs/services";

	private static final String FILES = "/docs/files/";

	private static final Map<String, String> PAGES = Map.of("/docs", "/index.html", "/docs/", "/index.html",
			"/docs/events", "/events.html");

	private static final Set<String> SHOWN = Set.of("docs.css", "apis.js", "events.js", "session.js", "swagger-ui.css",
			"swagger-ui-bundle.js", "swagger-ui-standalone-preset.js");

	private final FileHandler files = FileHandler.revalidated(List.of(new ClassPathResource("docs/"), viewer()));

	private final Supplier<SortedSet<String>> services;

	private final JsonMapper json;

	/**
	 * Creates the pages.
	 * @param services returns the names of the services that have announced themselves
	 */
	public DocsPages(Supplier<SortedSet<String>> services, JsonMapper json) {
		this.services = services;
		this.json = json;
	}

	/** Returns what handles a request, or null if it is about something else. */
	public @Nullable WebHandler find(ServerHttpRequest request) {
		String path = request.getURI().getPath();
		if (!path.startsWith("/docs") || !HttpMethod.GET.equals(request.getMethod())) {
			return null;
		}
		if (path.equals(SERVICES)) {
			return this::listServices;
		}
		String page = PAGES.get(path);
		if (page == null && path.startsWith(FILES) && SHOWN.contains(path.substring(FILES.length()))) {
			page = path.substring(FILES.length() - 1);
		}
		return (page != null) ? this.files.serving(page, PagePolicy.DOCS) : null;
	}

	private Mono<Void> listServices(ServerWebExchange exchange) {
		byte[] text = this.json.writeValueAsBytes(Map.of("services", this.services.get()));
		ServerHttpResponse response = exchange.getResponse();
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setCacheControl(CacheControl.noStore());
		response.getHeaders().setContentLength(text.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(text)));
	}

	/** Returns the folder of Swagger UI, whose name contains the version. */
	private static Resource viewer() {
		try {
			Properties artifact = PropertiesLoaderUtils
				.loadProperties(new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
			return new ClassPathResource(
					"META-INF/resources/webjars/swagger-ui/" + artifact.getProperty("version") + "/");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
