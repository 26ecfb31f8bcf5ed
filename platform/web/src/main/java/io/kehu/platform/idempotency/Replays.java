package io.kehu.platform.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.web.RecordAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers repeated requests with their stored response. As the last interceptor, it runs
 * when the rights of the caller have been checked.
 */
final class Replays implements HandlerInterceptor {

	private final JsonMapper json;

	private final ObjectProvider<ReplayCheck> checks;

	Replays(JsonMapper json, ObjectProvider<ReplayCheck> checks) {
		this.json = json;
		this.checks = checks;
	}

	/** The request attribute with the stored response. */
	static final String STORED = Replays.class.getName() + ".stored";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!(request.getAttribute(STORED) instanceof StoredAnswer stored)) {
			return true;
		}
		String body = stored.body();
		if (!body.isEmpty() && handler instanceof HandlerMethod method) {
			body = (method.getBean() instanceof Replayable controller) ? controller.replayed(body) : checked(body);
			if (body.isEmpty()) {
				return true;
			}
		}
		response.setStatus(stored.status());
		boolean masked = !body.equals(stored.body()) && !tree(body).equals(tree(stored.body()));
		stored.headers().forEach((name, value) -> response.setHeader(name, masked ? masked(name, value) : value));
		response.setHeader("Idempotency-Replayed", "true");
		response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
		return false;
	}

	private JsonNode tree(String body) {
		return this.json.readTree(body);
	}

	/** The entity tag of the whole record is not that of a masked one. */
	private static String masked(String header, String value) {
		boolean whole = header.equalsIgnoreCase(HttpHeaders.ETAG) && !value.endsWith(RecordAnswers.MASKED + "\"");
		return whole ? value.substring(0, value.length() - 1) + RecordAnswers.MASKED + "\"" : value;
	}

	private String checked(String body) {
		if (tree(body) instanceof ObjectNode record && record.path("id").isString()) {
			UUID id = Ids.parse(record.get("id").asString());
			this.checks.forEach((check) -> check.check(id));
		}
		return body;
	}

}
