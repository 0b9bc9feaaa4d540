//! What the app does only in order to panic, taken out. A panic here ends in a trap and prints nothing on the way: std's hook
//! writes to a standard error that a browser has not. So what leads only to a trap, and touches nothing outside the
//! WebAssembly, can be the trap itself; and the places in sources that panics name can go.

use std::{collections::HashSet, ops::Range};
use walrus::{
    ConstExpr, DataKind, FunctionId, FunctionKind, LocalFunction, Module,
    ir::{Instr, InstrSeq, InstrSeqId, Unreachable, Value, Visitor, dfs_in_order},
};

/// Takes out what leads only to a trap.
pub(super) fn snip(module: &mut Module) {
    let seen = seen_outside(module);
    let mut traps = HashSet::new();
    loop {
        for (_, function) in module.funcs.iter_local_mut() {
            // From the inside out.
            for id in Walk::through(function).sequences.into_iter().rev() {
                shorten(function, id, &seen, &traps);
            }
        }
        let before = traps.len();
        traps.extend(module.funcs.iter_local().filter(|(_, it)| is_trap(it, it.entry_block())).map(|(id, _)| id));
        if traps.len() == before {
            break;
        }
    }
    walrus::passes::gc::run(module);
    forget_places(module);
}

/// All functions whose effects can be seen outside: imports, and what calls one.
fn seen_outside(module: &Module) -> HashSet<FunctionId> {
    let is_local = |it: &&walrus::Function| matches!(it.kind, FunctionKind::Local(_));
    let mut seen: HashSet<_> = module.funcs.iter().filter(|it| !is_local(it)).map(walrus::Function::id).collect();
    let calls: Vec<_> = module.funcs.iter_local().map(|(id, it)| (id, Walk::through(it).calls)).collect();
    loop {
        let before = seen.len();
        for (id, callees) in &calls {
            if callees.iter().any(|callee| seen.contains(callee)) {
                seen.insert(*id);
            }
        }
        if seen.len() == before {
            return seen;
        }
    }
}

/// What a function is made of.
#[derive(Default)]
struct Walk {
    /// Its sequences of instructions, the outer before the inner.
    sequences: Vec<InstrSeqId>,
    /// The functions that it calls by name.
    calls: Vec<FunctionId>,
}

impl Walk {
    fn through(function: &LocalFunction) -> Self {
        let mut walk = Self::default();
        dfs_in_order(&mut walk, function, function.entry_block());
        walk
    }
}

impl<'a> Visitor<'a> for Walk {
    fn start_instr_seq(&mut self, sequence: &'a InstrSeq) {
        self.sequences.push(sequence.id());
    }

    fn visit_function_id(&mut self, id: &FunctionId) {
        self.calls.push(*id);
    }
}

/// Whether a sequence is nothing but a trap.
fn is_trap(function: &LocalFunction, id: InstrSeqId) -> bool {
    matches!(function.block(id).instrs.first(), Some((Instr::Unreachable(_), _)))
}

/// Ends a sequence at its first trap, without what came right before it and can be seen nowhere.
fn shorten(function: &mut LocalFunction, id: InstrSeqId, seen: &HashSet<FunctionId>, traps: &HashSet<FunctionId>) {
    let trap = |(instr, _): &(Instr, _)| match instr {
        Instr::Unreachable(_) => true,
        Instr::Call(it) => traps.contains(&it.func),
        Instr::Block(it) => is_trap(function, it.seq),
        Instr::Loop(it) => is_trap(function, it.seq),
        Instr::IfElse(it) => is_trap(function, it.consequent) && is_trap(function, it.alternative),
        _ => false,
    };
    let instrs = &function.block(id).instrs;
    let Some(at) = instrs.iter().position(trap) else { return };
    let unseen = |(instr, _): &(Instr, _)| match instr {
        Instr::Const(_) | Instr::Drop(_) | Instr::Select(_) | Instr::Unop(_) | Instr::Binop(_) => true,
        Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::GlobalGet(_) | Instr::GlobalSet(_) => {
            true
        }
        Instr::Load(_) | Instr::Store(_) => true,
        Instr::Call(it) => !seen.contains(&it.func),
        _ => false,
    };
    let keep = instrs[..at].iter().rposition(|it| !unseen(it)).map_or(0, |last| last + 1);
    let place = instrs[at].1;
    let instrs = &mut function.block_mut(id).instrs;
    instrs.truncate(keep);
    instrs.push((Unreachable {}.into(), place));
}

/// Blanks the places in sources, and their paths. Rust has them for panics only.
fn forget_places(module: &mut Module) {
    let mut memory = Vec::new();
    for data in module.data.iter() {
        if let Some(start) = start(&data.kind) {
            let end = start + data.value.len();
            memory.resize(memory.len().max(end), 0);
            memory[start..end].copy_from_slice(&data.value);
        }
    }
    for place in places(&memory) {
        memory[place].fill(0);
    }
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in all {
        let data = module.data.get_mut(id);
        if let Some(start) = start(&data.kind) {
            let end = start + data.value.len();
            data.value.copy_from_slice(&memory[start..end]);
        }
    }
}

/// Where memory holds a place in a source: four numbers (where its path begins, the path's length, line, column) and the path.
fn places(memory: &[u8]) -> Vec<Range<usize>> {
    let numbers: Vec<_> =
        memory.as_chunks().0.iter().map(|bytes: &[u8; 4]| u32::from_le_bytes(*bytes) as usize).collect();
    let mut places = Vec::new();
    for (n, four) in numbers.array_windows().enumerate() {
        let [path, length, line, column] = *four;
        let name = memory.get(path..path.saturating_add(length)).unwrap_or_default();
        if name.ends_with(b".rs") && length < 300 && (1..100_000).contains(&line) && (1..1000).contains(&column) {
            places.extend([4 * n..4 * n + 16, path..path + length]);
        }
    }
    places
}

/// Where data is put when the app starts, if that is a fixed place.
fn start(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => usize::try_from(*at).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType::I32, ir::BinaryOp};

    /// The instructions that a module has after snipping, as walrus writes their kinds, function by function.
    fn kinds(module: &Module) -> Vec<Vec<String>> {
        let kind = |(instr, _): &(Instr, _)| format!("{instr:?}").split('(').next().unwrap_or_default().to_owned();
        let flat = |it: &LocalFunction| {
            Walk::through(it).sequences.iter().flat_map(|id| it.block(*id).instrs.iter().map(kind)).collect()
        };
        let mut all: Vec<Vec<String>> = module.funcs.iter_local().map(|(_, it)| flat(it)).collect();
        all.sort();
        all
    }

    /// A module in which `caller` calls, if its argument is not zero, what ends in a trap after `effect`.
    fn module(effect: impl Fn(&mut Module, &mut FunctionBuilder)) -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let mut fails = FunctionBuilder::new(&mut module.types, &[I32], &[]);
        effect(&mut module, &mut fails);
        fails.func_body().unreachable();
        let argument = module.locals.add(I32);
        let fails = fails.finish(vec![argument], &mut module.funcs);
        let mut caller = FunctionBuilder::new(&mut module.types, &[I32], &[I32]);
        let argument = module.locals.add(I32);
        let load = walrus::ir::LoadKind::I32 { atomic: false };
        let arg = walrus::ir::MemArg { align: 4, offset: 0 };
        caller
            .func_body()
            .local_get(argument)
            .if_else(
                None,
                |then| {
                    then.local_get(argument).load(memory, load, arg).i32_const(7).binop(BinaryOp::I32Add);
                    then.call(fails).unreachable();
                },
                |_| {},
            )
            .i32_const(5);
        let caller = caller.finish(vec![argument], &mut module.funcs);
        module.exports.add("caller", caller);
        module
    }

    #[test]
    fn what_only_traps_is_a_trap() {
        let mut module = module(|_, _| {});
        snip(&mut module);
        assert_eq!(kinds(&module), [["LocalGet", "IfElse", "Const", "Unreachable"]]);
        assert!(Module::from_buffer(&module.emit_wasm()).is_ok());
    }

    #[test]
    fn what_can_be_seen_outside_stays() {
        let mut module = module(|module, fails| {
            let ty = module.types.add(&[], &[]);
            let (import, _) = module.add_import_func("a", "told", ty);
            fails.func_body().i32_const(1).drop().call(import).i32_const(1).drop();
        });
        snip(&mut module);
        let caller = ["LocalGet", "IfElse", "Const", "LocalGet", "Load", "Const", "Binop", "Call", "Unreachable"];
        assert_eq!(kinds(&module), [vec!["Const", "Drop", "Call", "Unreachable"], caller.to_vec()]);
    }

    #[test]
    fn places_in_sources_are_blanked_and_nothing_else() {
        let numbers = |path: u32, length: u32| [path, length, 12, 5].map(u32::to_le_bytes).concat();
        let memory = [b"text  a.rs  ".to_vec(), numbers(6, 4), b"text".to_vec(), numbers(0, 4)].concat();
        assert_eq!(places(&memory), [12..28, 6..10]);
    }
}
