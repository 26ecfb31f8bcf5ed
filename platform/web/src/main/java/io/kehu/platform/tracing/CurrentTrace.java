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
 * Knows the trace that the current thread works for, and takes up those of events.
 */
public final class CurrentTrace {

	private final Tracer tracer;

	CurrentTrace(Tracer tracer) {
		this.tracer = tracer;
	}

	/**
	 * Says where the current thread is.
	 * @return its place in a trace, in a new one when it works for none
	 */
	public TraceParent place() {
		Span span = this.tracer.currentSpan();
		TraceContext context = (span != null) ? span.context() : null;
		return (context == null || context.traceId().isEmpty()) ? TraceParent.begin()
				: new TraceParent(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

	/**
	 * Handles what events have brought about: in their trace when they have one in
	 * common, otherwise in a new one that is linked to theirs.
	 * @param origins the headers of the events, null where there is none
	 * @param name what the handling is called
	 * @param work the handling
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

	/** One place of each trace. */
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
