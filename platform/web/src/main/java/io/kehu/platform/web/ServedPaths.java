package io.kehu.platform.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The paths that the controllers of a service serve, from which the gateway derives its
 * routes.
 */
public final class ServedPaths {

	/** The address at which a gateway without a registry asks for them. */
	public static final String ADDRESS = "/internal/paths";

	private static final String API = "/api/v1/";

	private static final String NDJSON = "application/x-ndjson";

	private final SingletonSupplier<List<Operation>> operations;

	private final SingletonSupplier<List<Operation>> streamed;

	ServedPaths(Supplier<RequestMappingHandlerMapping> mappings) {
		this.operations = SingletonSupplier.of(() -> mappings.get()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.map((entry) -> Operation.of(entry.getKey().getMethodsCondition().getMethods(), patterns(entry.getKey()),
					isStreamed(entry.getValue().getMethod())))
			.toList());
		this.streamed = SingletonSupplier
			.of(() -> this.operations.obtain().stream().filter(Operation::streamed).toList());
	}

	/**
	 * Returns whether an operation is streamed: it is marked as such, or it reads
	 * newline-delimited JSON.
	 */
	public static boolean isStreamed(Method operation) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(operation, RequestMapping.class);
		return AnnotatedElementUtils.hasAnnotation(operation, Streamed.class)
				|| (mapping != null && Arrays.asList(mapping.consumes()).contains(NDJSON));
	}

	private static Set<PathPattern> patterns(RequestMappingInfo mapping) {
		PathPatternsRequestCondition condition = mapping.getPathPatternsCondition();
		return (condition != null) ? condition.getPatterns() : Set.of();
	}

	/**
	 * Returns the resources of the service: the first segments of its paths below
	 * {@code /api/v1}.
	 */
	public NavigableSet<String> resources() {
		return sorted(this.operations.obtain()
			.stream()
			.flatMap(Operation::paths)
			.filter((path) -> path.startsWith(API))
			.map((path) -> path.substring(API.length()).split("/", 2)[0]));
	}

	/** Returns the patterns of the paths of streamed operations. */
	public NavigableSet<String> streams() {
		return sorted(streamed().stream().flatMap(Operation::paths));
	}

	Collection<Operation> streamed() {
		return this.streamed.obtain();
	}

	private static NavigableSet<String> sorted(Stream<String> values) {
		NavigableSet<String> sorted = new TreeSet<>();
		values.forEach(sorted::add);
		return sorted;
	}

	/**
	 * What a method of a controller serves.
	 *
	 * @param methods the HTTP methods; empty for all
	 */
	record Operation(Set<RequestMethod> methods, Set<PathPattern> patterns, LiteralStart start, boolean streamed) {

		static Operation of(Set<RequestMethod> methods, Set<PathPattern> patterns, boolean streamed) {
			return new Operation(methods, patterns, LiteralStart.of(patterns), streamed);
		}

		boolean serves(String method, String path) {
			return isFor(method) && this.start.mayMatch(path) && matches(PathContainer.parsePath(path));
		}

		private boolean isFor(String method) {
			if (this.methods.isEmpty()) {
				return true;
			}
			for (RequestMethod served : this.methods) {
				if (served.name().equals(method)) {
					return true;
				}
			}
			return false;
		}

		private boolean matches(PathContainer path) {
			for (PathPattern pattern : this.patterns) {
				if (pattern.matches(path)) {
					return true;
				}
			}
			return false;
		}

		Stream<String> paths() {
			return this.patterns.stream().map(PathPattern::getPatternString);
		}

	}

}
