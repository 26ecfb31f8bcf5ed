/**
 * The files of the web console.
 */
@NullMarked
package io.kehu.gateway.console;

import org.jspecify.annotations.NullMarked;
