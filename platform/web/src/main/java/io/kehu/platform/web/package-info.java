/**
 * What every servlet service is set up with.
 */
@NullMarked
package io.kehu.platform.web;

import org.jspecify.annotations.NullMarked;
