/** The example for those who come from trackers whose events are strings and maps. */
package moving;
