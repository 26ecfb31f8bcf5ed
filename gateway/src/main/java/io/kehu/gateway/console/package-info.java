/**
 * The pages that the gateway serves: the web console, and the descriptions of APIs and
 * events.
 */
@NullMarked
package io.kehu.gateway.console;

import org.jspecify.annotations.NullMarked;
