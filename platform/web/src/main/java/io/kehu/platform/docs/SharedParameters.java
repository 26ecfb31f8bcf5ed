package io.kehu.platform.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;

/**
 * Moves parameters that several operations have in common to the components, which keeps
 * the description small.
 */
final class SharedParameters {

	private final Map<Parameter, Integer> uses = new LinkedHashMap<>();

	private final Map<Parameter, String> names = new LinkedHashMap<>();

	private SharedParameters() {
	}

	static void move(OpenAPI api) {
		List<Operation> operations = api.getPaths()
			.values()
			.stream()
			.map(PathItem::readOperations)
			.flatMap(List::stream)
			.filter((operation) -> operation.getParameters() != null)
			.toList();
		SharedParameters shared = new SharedParameters();
		operations.forEach((operation) -> operation.getParameters()
			.forEach((parameter) -> shared.uses.merge(parameter, 1, Integer::sum)));
		operations.forEach((operation) -> operation.setParameters(
				new ArrayList<>(operation.getParameters().stream().map((one) -> shared.of(one, operation)).toList())));
		Components components = api.getComponents();
		shared.names.forEach((parameter, name) -> components.addParameters(name, parameter));
	}

	private Parameter of(Parameter parameter, Operation operation) {
		if (this.uses.getOrDefault(parameter, 1) == 1) {
			return parameter;
		}
		String name = this.names.computeIfAbsent(parameter, (shared) -> name(shared, operation));
		return new Parameter().$ref("#/components/parameters/" + name);
	}

	/**
	 * Returns the name of the parameter or, for the second of that name, a longer one.
	 */
	private String name(Parameter parameter, Operation operation) {
		String tag = operation.getTags().get(0).replace(' ', '-');
		String name = parameter.getName();
		String longer = tag + "." + name;
		if (!this.names.containsValue(name)) {
			return name;
		}
		return this.names.containsValue(longer) ? parameter.getIn() + "." + longer : longer;
	}

}
