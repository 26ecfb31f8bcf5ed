package io.kehu.platform.query;

import java.util.List;
import java.util.Map;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a client asks of a list, as it stood in the query string; a controller takes it as
 * a parameter.
 *
 * @param parameters the parameters, each with all of its values
 */
public record ListRequest(Map<String, List<String>> parameters) {

	/**
	 * Returns the request without parameters that are not the list's own.
	 */
	public ListRequest without(String parameter) {
		MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(this.parameters);
		rest.remove(parameter);
		return new ListRequest(rest);
	}

}
