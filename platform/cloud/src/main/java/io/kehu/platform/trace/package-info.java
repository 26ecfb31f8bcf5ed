/**
 * How a request or an event is known wherever it goes: the W3C trace context.
 */
@NullMarked
package io.kehu.platform.trace;

import org.jspecify.annotations.NullMarked;
