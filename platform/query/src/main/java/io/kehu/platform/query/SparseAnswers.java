package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Reduces the records of a page to the members that the parameter {@code fields} names.
 */
@RestControllerAdvice
final class SparseAnswers implements ResponseBodyAdvice<Page<?>> {

	private final JsonMapper json;

	SparseAnswers(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
		return method.getParameterType() == Page.class;
	}

	@Override
	public @Nullable Page<?> beforeBodyWrite(@Nullable Page<?> page, MethodParameter method, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (page == null || page.items().isEmpty() || !(request instanceof ServletServerHttpRequest http)) {
			return page;
		}
		ListRequest list = ListRequest.of(http.getServletRequest());
		return list.parameters().containsKey(ListRequest.FIELDS) ? reduced(page, list) : page;
	}

	private Page<JsonNode> reduced(Page<?> page, ListRequest request) {
		List<JsonNode> items = new ArrayList<>();
		for (Object item : page.items()) {
			ObjectNode node = this.json.valueToTree(item);
			items.add(node.retain(request.fields(item.getClass())));
		}
		return new Page<>(items, page.nextCursor(), page.total(), page.included());
	}

}
