package io.kehu.platform.tracing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.trace.TraceParent;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Provides access to the trace of the current thread, and continues the traces of events.
 */
public final class CurrentTrace {

	private final Tracer tracer;

	CurrentTrace(Tracer tracer) {
		this.tracer = tracer;
	}

	/**
	 * Returns the current position in the trace.
	 * @return the position of the current span, or of a new trace if there is none
	 */
	public TraceParent place() {
		Span span = this.tracer.currentSpan();
		TraceContext context = (span != null) ? span.context() : null;
		return (context == null || context.traceId().isEmpty()) ? TraceParent.begin()
				: new TraceParent(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

	/**
	 * Handles events in a new span. If all events belong to the same trace, the span
	 * continues it; otherwise it starts a new trace with links to those of the events.
	 * @param origins the trace headers of the events, null for events without one
	 * @param name the name of the span
	 * @param work the handler
	 */
	public void follow(Collection<@Nullable String> origins, String name, Runnable work) {
		Span span = begin(distinct(origins), name);
		Tracer.SpanInScope scope = this.tracer.withSpan(span);
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			span.error(ex);
			throw ex;
		}
		finally {
			scope.close();
			span.end();
		}
	}

	/** Returns one position for each trace. */
	private static Collection<TraceParent> distinct(Collection<@Nullable String> origins) {
		Map<String, TraceParent> places = origins.stream()
			.map(TraceParent::parse)
			.filter((place) -> place != null)
			.collect(Collectors.toMap(TraceParent::traceId, Function.identity(), (first, second) -> first));
		return places.values();
	}

	private Span begin(Collection<TraceParent> origins, String name) {
		Span.Builder builder = this.tracer.spanBuilder().name(name).kind(Span.Kind.CONSUMER);
		if (origins.size() == 1) {
			return builder.setParent(contextOf(origins.iterator().next())).start();
		}
		List<TraceParent> recorded = origins.stream().filter(TraceParent::sampled).toList();
		recorded.forEach((origin) -> builder.addLink(new Link(contextOf(origin))));
		return builder.setNoParent().start();
	}

	private TraceContext contextOf(TraceParent place) {
		return this.tracer.traceContextBuilder()
			.traceId(place.traceId())
			.spanId(place.spanId())
			.sampled(place.sampled())
			.build();
	}

}
