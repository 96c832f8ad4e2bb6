/* What Node's own headers add under NAPI_EXPERIMENTAL and the headers from npm leave out (see sqlite.ts).
 *
 * Node-API 9 runs the finalizers of an experimental addon inside the garbage collector, where most calls end the
 * process. With this function declared, node-addon-api puts them off to the event loop instead. */
#include <node_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER

#ifdef __cplusplus
extern "C"
#endif
    napi_status node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize, void *data, void *hint);
