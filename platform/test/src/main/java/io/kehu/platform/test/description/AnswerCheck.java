package io.kehu.platform.test.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a service answered with what its OpenAPI file says.
 */
final class AnswerCheck {

	/** Headers that say nothing about the API. */
	private static final Set<String> USUAL = Set.of("cache-control", "connection", "content-encoding", "content-length",
			"content-type", "content-disposition", "content-security-policy", "date", "expires", "keep-alive", "pragma",
			"referrer-policy", "transfer-encoding", "vary", "x-content-type-options", "x-frame-options",
			"x-xss-protection", "accept", "accept-patch", "strict-transport-security");

	private static final String NDJSON = "application/x-ndjson";

	private static final Set<String> NOTHING = Set.of("{}", "null");

	private static final int LINES = 20;

	private final DescribedApi api;

	AnswerCheck(DescribedApi api) {
		this.api = api;
	}

	/** Returns the deviations, none if all is as described. */
	List<String> deviations(Exchange exchange) {
		Optional<DescribedApi.Path> path = this.api.find(exchange.path());
		String method = exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
		JsonNode operation = path.map((found) -> found.methods().path(method)).orElse(null);
		if (operation == null || operation.isMissingNode()) {
			return (exchange.status() >= 400) ? List.of()
					: List.of("the %s is not described".formatted((operation == null) ? "path" : "method"));
		}
		List<String> deviations = new ArrayList<>();
		JsonNode response = this.api.resolve(operation.path("responses").path(Integer.toString(exchange.status())));
		if (response.isMissingNode()) {
			deviations.add("the status is not described");
		}
		else {
			checkHeaders(response, exchange, deviations);
			if (!exchange.method().equals("HEAD")) {
				checkBody("the answer", response.path("content"), exchange.received(), sparse(exchange), deviations);
			}
		}
		if (exchange.succeeded()) {
			checkRequest(operation, exchange, deviations);
		}
		return deviations;
	}

	private void checkHeaders(JsonNode response, Exchange exchange, List<String> deviations) {
		JsonNode described = response.path("headers");
		Set<String> names = Stream
			.concat(USUAL.stream(), described.propertyNames().stream().map((name) -> name.toLowerCase(Locale.ROOT)))
			.collect(Collectors.toSet());
		exchange.headers()
			.keySet()
			.stream()
			.filter((name) -> !names.contains(name.toLowerCase(Locale.ROOT)))
			.forEach((name) -> deviations.add("the header " + name + " is not described"));
		described.propertyStream()
			.filter((header) -> this.api.resolve(header.getValue()).path("required").asBoolean(false))
			.filter((header) -> !exchange.headers().containsKey(header.getKey()))
			.forEach((header) -> deviations.add("the header " + header.getKey() + " is missing"));
	}

	private void checkBody(String which, JsonNode content, Body body, boolean sparse, List<String> deviations) {
		boolean says = !body.text().isEmpty() && !(content.isMissingNode() && NOTHING.contains(body.text()));
		if (body.type() == null || !says) {
			return;
		}
		JsonNode media = content.path(body.type());
		if (media.isMissingNode()) {
			deviations.add("%s is %s, which is not described".formatted(which, body.type()));
			return;
		}
		if (body.type().endsWith("json") && !body.type().equals(NDJSON)) {
			checkJson(which, media.path("schema"), body.text(), sparse, deviations);
		}
		if (body.type().equals(NDJSON)) {
			body.text()
				.lines()
				.limit(LINES)
				.filter((line) -> !line.isBlank())
				.forEach((line) -> checkJson("a line of " + which, media.path("schema"), line, sparse, deviations));
		}
	}

	private void checkJson(String which, JsonNode schema, String json, boolean sparse, List<String> deviations) {
		for (Error error : this.api.answers().errors(schema, json)) {
			if (!(sparse && error.getKeyword().equals("required"))) {
				deviations.add(deviation(which, error));
			}
		}
	}

	private void checkRequest(JsonNode operation, Exchange exchange, List<String> deviations) {
		List<JsonNode> described = operation.path("parameters").valueStream().map(this.api::resolve).toList();
		exchange.parameters()
			.stream()
			.filter((name) -> described.stream().noneMatch((parameter) -> Parameters.covers(parameter, name)))
			.forEach((name) -> deviations.add("the parameter " + name + " is not described"));
		Stream.of("If-Match", "If-None-Match", "Idempotency-Key")
			.filter((name) -> exchange.requestHeaders().contains(name))
			.filter((name) -> described.stream().noneMatch((parameter) -> Parameters.isHeader(parameter, name)))
			.forEach((name) -> deviations.add("the request header " + name + " is not described"));
		checkSent(operation.path("requestBody").path("content"), exchange.sent(), deviations);
	}

	/**
	 * Checks a body that was accepted. Lines are not checked, since each is accepted or
	 * rejected by itself, nor is a body that says nothing to an operation without one.
	 */
	private void checkSent(JsonNode content, Body body, List<String> deviations) {
		boolean says = !body.text().isEmpty() && !(content.isMissingNode() && NOTHING.contains(body.text()));
		if (body.type() == null || !says) {
			return;
		}
		JsonNode media = content.path(body.type());
		if (media.isMissingNode()) {
			deviations.add("the request is %s, which is not described".formatted(body.type()));
		}
		else if (body.type().endsWith("json") && !body.type().equals(NDJSON)) {
			this.api.requests()
				.errors(media.path("schema"), body.text())
				.forEach((error) -> deviations.add(deviation("the request", error)));
		}
	}

	private static String deviation(String which, Error error) {
		return "%s at %s: %s (%s)".formatted(which, error.getInstanceLocation(), error.getMessage(),
				error.getSchemaLocation());
	}

	/** Returns whether the client asked for some of the members only. */
	private static boolean sparse(Exchange exchange) {
		return exchange.parameters().contains("fields");
	}

}
