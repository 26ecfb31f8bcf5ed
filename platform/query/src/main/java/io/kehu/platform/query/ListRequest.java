package io.kehu.platform.query;

import java.util.List;
import java.util.Map;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The list parameters of a query string. A controller declares it as a parameter.
 *
 * @param parameters the parameters, each with all of its values
 */
public record ListRequest(Map<String, List<String>> parameters) {

	/**
	 * Returns a copy without the given parameter, for parameters that are not part of the
	 * list itself.
	 */
	public ListRequest without(String parameter) {
		MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(this.parameters);
		rest.remove(parameter);
		return new ListRequest(rest);
	}

}
